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
import { contextOf } from './call-options.ts';
import {
  cookieProcedures,
  formProcedures,
  streamLink,
  streamProcedures,
  tokenProcedures,
} from './generated/exceptions.ts';
import type { AppRouter } from './generated/router.ts';
import type { LinkFetch, LinkOptions } from './link-fetch.ts';

/** Longest address of a request, in characters: what any proxy takes. */
const maxUrlLength = 6_000;

/** Most calls in one request: the server's own cap. */
const maxBatch = 50;

/** The last link of the client: it sends every call. */
export function sendLink(options: LinkOptions): TRPCLink<AppRouter> {
  return splitLink({
    condition: ({ type }) => type === 'subscription',
    true: lazyLink(async () => (await import('./subscription-link.ts')).subscriptionLink(options)),
    false: splitLink({
      condition: ({ path, input }) => formProcedures.has(path) || input instanceof FormData,
      true: lazyLink(async (call) => {
        const link = contextOf(call).formLink ?? (await import('./form-link.ts')).formLink;
        return link(options, jsonFetch);
      }),
      false: jsonLink(options),
    }),
  });
}

/** A link that is loaded with its first call: most visits have none. */
function lazyLink(load: (call: Operation) => Promise<TRPCLink<AppRouter>>): TRPCLink<AppRouter> {
  return (runtime) => (call) =>
    observable((observer) => {
      const leaving = new AbortController();
      const { signal } = leaving;
      load(call.op).then(
        (link) => {
          if (signal.aborted) return;
          const sent = link(runtime)(call).subscribe(observer);
          signal.addEventListener('abort', () => sent.unsubscribe());
        },
        (error: unknown) => observer.error(TRPCClientError.from(error as Error)),
      );
      return () => leaving.abort();
    });
}

/** Sends what is plain JSON. */
function jsonLink({ url, fetch, headers }: LinkOptions): TRPCLink<AppRouter> {
  const shared = { url, fetch: jsonFetch(fetch), transformer };
  const batched = { ...shared, headers: ({ opList }: { opList: readonly Operation[] }) => headers(opList) };
  return splitLink({
    condition: ({ path }) => streamProcedures.has(path),
    true: streamLink(batched),
    false: splitLink({
      condition: travelsAlone,
      true: httpLink({ ...shared, headers: ({ op }) => headers([op]), methodOverride: 'POST' }),
      false: httpBatchLink({ ...batched, maxURLLength: maxUrlLength, maxItems: maxBatch }),
    }),
  });
}

/** Fails in a sentence where something that is not the server answers, such as a gateway with a page of its own. */
function jsonFetch(fetch: LinkFetch): LinkFetch {
  return async (...request) => {
    const response = await fetch(...request);
    if (/json/.test(response.headers.get('content-type') ?? '')) return response;
    const error = new Error(`The answer is not the server’s: ${response.status}, and no JSON`);
    throw TRPCClientError.from(error, { meta: { response } });
  };
}

/** Whether a call has headers or an answer of its own, or an input too long for an address. */
function travelsAlone(call: Operation): boolean {
  const { path } = call;
  const isApart = cookieProcedures.has(path) || Object.values(tokenProcedures).includes(path);
  return isApart || contextOf(call).idempotencyKey !== undefined || isLong(call);
}

function isLong({ type, input }: Operation): boolean {
  if (type !== 'query' || input === undefined) return false;
  return encodeURIComponent(JSON.stringify(transformer.serialize(input))).length > maxUrlLength / 2;
}
