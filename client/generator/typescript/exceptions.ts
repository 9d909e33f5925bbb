/** API → the table of procedures that do not travel like the others. */
import type { Api } from '../ir.ts';
import { header } from './header.ts';
import { quote } from './text.ts';

/** Prints `generated/exceptions.ts`. */
export function printExceptions(api: Api): string {
  const form = api.procedures.filter((procedure) => procedure.form).map(({ id }) => id);
  const streams = api.procedures
    .filter(({ kind, stream }) => kind !== 'subscription' && stream !== 'none')
    .map(({ id }) => id);
  const cookies = api.procedures.filter((procedure) => procedure.cookies).map(({ id }) => id);
  const idempotent = api.procedures.filter((procedure) => procedure.idempotent).map(({ id }) => id);
  const { create = '', refresh = '', revoke = '' } = api.tokens ?? {};
  // The link that reads streamed batches weighs something, so only a client that needs it has it.
  const streamLink = streams.length > 0 ? 'httpBatchStreamLink' : 'httpBatchLink';
  return `${header(api)}

/** Procedures whose input holds a file: it travels as multipart/form-data. */
export const formProcedures: ReadonlySet<string> = ${set(form)};

/** Procedures whose answer sets cookies: each travels in a request of its own. */
export const cookieProcedures: ReadonlySet<string> = ${set(cookies)};

/** Procedures that take an \`Idempotency-Key\`: each travels in a request of its own, under one. */
export const idempotentProcedures: ReadonlySet<string> = ${set(idempotent)};

/** Procedures that make, renew and end tokens; empty where the server has none. */
export const tokenProcedures = { create: ${quote(create)}, refresh: ${quote(refresh)}, revoke: ${quote(revoke)} };

/** How the client calls itself where the platform does not. */
export const userAgent = ${quote(`portico-typescript-rpc/${api.version}`)};

/** The link of those that answer item by item. */
export { ${streamLink} as streamLink } from '@trpc/client';

/** Procedures that answer item by item: they travel in a streamed batch. */
export const streamProcedures: ReadonlySet<string> = ${set(streams)};
`;
}

function set(ids: readonly string[]): string {
  return ids.length === 0 ? 'new Set()' : `new Set([${ids.map(quote).join(', ')}])`;
}
