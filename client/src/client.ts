/** The typed client of the RPC door. */
import { createTRPCClient, type TRPCClient, type TRPCLink } from '@trpc/client';
import { tap } from '@trpc/server/observable';
import type { AppRouter } from './generated/router.ts';
import type { LinkFetch } from './link-fetch.ts';
import { sendLink } from './links.ts';

/** The client: every procedure under its path, with `.query()` or `.mutate()`. */
export type Client = TRPCClient<AppRouter>;

/** How a client reaches its server. */
export interface ClientOptions {
  /** Address of the RPC door: `/rpc` on the same site, `https://example.org/rpc` elsewhere. */
  readonly url: string;
  /** The global `fetch` where absent; a server's own `app.fetch` runs the whole stack in-process. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Headers of every request, such as a bearer token; asked again for each. */
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>;
  /** Told of every failed call, beside the promise that rejects. */
  readonly onError?: (error: unknown, call: { readonly path: string; readonly kind: string }) => void;
}

/**
 * Creates a client.
 * @example
 * const client = createClient({ url: '/rpc' });
 * const { items } = await client.posts.list.query({ limit: 5 });
 */
export function createClient(options: ClientOptions): Client {
  const { url, fetch = (request) => globalThis.fetch(request), headers = () => ({}), onError } = options;
  const send = sendLink({ url, headers, fetch: requestFetch(fetch) });
  return createTRPCClient<AppRouter>({ links: onError ? [errorLink(onError), send] : [send] });
}

/** Adapts the links' `fetch(url, init)`; cookies go to our own origin only. */
function requestFetch(fetch: NonNullable<ClientOptions['fetch']>): LinkFetch {
  return (address, { signal, ...init } = {}) =>
    fetch(new Request(address, { credentials: 'same-origin', ...init, ...(signal && { signal }) }));
}

function errorLink(onError: NonNullable<ClientOptions['onError']>): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      next(op).pipe(tap({ error: (error) => onError(error, { path: op.path, kind: op.type }) }));
}
