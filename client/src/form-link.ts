/** Sends inputs that hold files, and tells how far they are: loaded with the first of them. */
import { transformer } from '@portico/shared/transformer';
import { httpLink } from '@trpc/client';
import type { CallContext } from './call-options.ts';
import { toFormData } from './form-data.ts';
import type { AppRouter } from './generated/router.ts';
import type { FormLink, LinkFetch } from './link-fetch.ts';
import { progressFetch } from './progress-fetch.ts';
import type { FormFetch } from './upload-fetch.ts';

/** The last link of a client, for forms alone. It imports nothing that is loaded at once, which that would split. */
export const formLink: FormLink = (options, jsonFetch) => (runtime) => (call) => {
  const { input } = call.op;
  const { onProgress }: CallContext = call.op.context;
  const send = httpLink<AppRouter>({
    ...options,
    headers: ({ op }) => options.headers([op]),
    fetch: jsonFetch(onProgress ? linkFetch(progressFetch(onProgress, options.fetch)) : options.fetch),
    transformer,
  });
  const isFields = typeof input === 'object' && input !== null && !(input instanceof FormData);
  return send(runtime)({ ...call, op: isFields ? { ...call.op, input: toFormData(input) } : call.op });
};

function linkFetch(send: FormFetch): LinkFetch {
  return (url, init) => send(String(url), init as RequestInit);
}
