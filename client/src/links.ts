/** Picks for each call how it travels: by form, alone, in a batch, or as a stream. */
import { transformer } from '@portico/shared/transformer';
import {
  httpBatchLink,
  httpLink,
  type Operation,
  splitLink,
  TRPCClientError,
  type TRPCLink,
} from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { toFormData } from './form-data.ts';
import { cookieProcedures, formProcedures, streamLink, streamProcedures } from './generated/exceptions.ts';
import type { AppRouter } from './generated/router.ts';
import type { LinkFetch } from './link-fetch.ts';
import { isOnProgress, uploadFetch } from './upload-fetch.ts';

/** Longest address of a request, in characters: what any proxy takes. */
const maxUrlLength = 6_000;

/** Most calls in one request: the server's own cap. */
const maxBatch = 50;

/** Where and how requests go. */
export interface LinkOptions {
  readonly url: string;
  readonly fetch: LinkFetch;
  readonly headers: () => Record<string, string> | Promise<Record<string, string>>;
}

/** The last link of the client: it sends every call. */
export function sendLink(options: LinkOptions): TRPCLink<AppRouter> {
  return splitLink({
    condition: ({ type }) => type === 'subscription',
    true: lazySubscriptionLink(options),
    false: splitLink({
      condition: ({ path, input }) => formProcedures.has(path) || input instanceof FormData,
      true: formLink(options),
      false: jsonLink(options),
    }),
  });
}

/** What subscriptions need is loaded with the first of them: most visits have none. */
function lazySubscriptionLink(options: LinkOptions): TRPCLink<AppRouter> {
  return (runtime) => (call) =>
    observable((observer) => {
      const leaving = new AbortController();
      const { signal } = leaving;
      import('./subscription-link.ts').then(
        ({ subscriptionLink }) => {
          if (signal.aborted) return;
          const following = subscriptionLink(options)(runtime)(call).subscribe(observer);
          signal.addEventListener('abort', () => following.unsubscribe());
        },
        (error: unknown) => observer.error(TRPCClientError.from(error as Error)),
      );
      return () => leaving.abort();
    });
}

/** Sends what is plain JSON. */
function jsonLink(options: LinkOptions): TRPCLink<AppRouter> {
  const shared = { ...options, transformer };
  return splitLink({
    condition: ({ path }) => streamProcedures.has(path),
    true: streamLink(shared),
    false: splitLink({
      condition: (call) => cookieProcedures.has(call.path) || isLong(call),
      true: httpLink({ ...shared, methodOverride: 'POST' }),
      false: httpBatchLink({ ...shared, maxURLLength: maxUrlLength, maxItems: maxBatch }),
    }),
  });
}

/** Whether a query's input is too long for an address, so that it goes in a body. */
function isLong({ type, input }: Operation): boolean {
  if (type !== 'query' || input === undefined) return false;
  return encodeURIComponent(JSON.stringify(transformer.serialize(input))).length > maxUrlLength / 2;
}

/** Sends inputs that hold files, through XMLHttpRequest where progress is wanted and can be had. */
function formLink(options: LinkOptions): TRPCLink<AppRouter> {
  return (runtime) => (call) => {
    const { input, context } = call.op;
    const send = httpLink<AppRouter>({ ...options, fetch: fetchFor(context, options.fetch), transformer });
    const isFields = typeof input === 'object' && input !== null && !(input instanceof FormData);
    return send(runtime)({ ...call, op: isFields ? { ...call.op, input: toFormData(input) } : call.op });
  };
}

function fetchFor({ onProgress }: Operation['context'], fallback: LinkFetch): LinkFetch {
  const canReport = isOnProgress(onProgress) && typeof XMLHttpRequest === 'function';
  return canReport ? uploadFetch(onProgress) : fallback;
}
