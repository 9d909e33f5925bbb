/** The typed client of the RPC door. */
import { createTRPCClient, type Operation, type TRPCClient, type TRPCLink } from '@trpc/client';
import { tap } from '@trpc/server/observable';
import type { Authentication } from './bearer.ts';
import { contextOf } from './call-options.ts';
import { deadlineLink } from './deadline-link.ts';
import { userAgent } from './generated/exceptions.ts';
import type { AppRouter } from './generated/router.ts';
import type { Fetch } from './link-fetch.ts';
import { sendLink } from './links.ts';
import { proofLink } from './proof-link.ts';
import { retryLink } from './retry-link.ts';
import { readsStreams } from './streaming.ts';

/** The client: every procedure under its path, with `.query()`, `.mutate()` or `.subscribe()`. */
export type Client = TRPCClient<AppRouter>;

/** How a client reaches its server. */
export interface ClientOptions {
  /** Address of the RPC door: `/rpc` on the same site, `https://example.org/rpc` elsewhere. */
  readonly url: string;
  /** The global `fetch` where absent; a server's own `app.fetch` runs the whole stack in-process. */
  readonly fetch?: Fetch;
  /** Headers of every request; asked again for each. */
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>;
  /** Who calls: `bearer(store)` for tokens. Where absent, the platform's cookies say it. */
  readonly auth?: Authentication;
  /** Milliseconds after which a call fails that was not answered; none where absent. */
  readonly timeoutMs?: number;
  /** How often a call is sent again that failed by chance and may be repeated: 3 where absent. */
  readonly retries?: number;
  /**
   * Asked when a call needs a recent proof of who the user is (`reauthentication_required`): lets them give it with
   * `accounts.reauthenticate`, and resolves with whether they did. The call is then sent again.
   */
  readonly prove?: () => Promise<boolean>;
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
  const {
    url,
    fetch = globalThis.fetch,
    headers = () => ({}),
    auth,
    timeoutMs,
    retries = 3,
    prove,
    onError,
  } = options;
  const send = sendLink({
    url: url.replace(/\/$/, ''),
    streams: readsStreams(fetch),
    // Cookies go to our own origin only.
    fetch: (address, init) =>
      fetch(String(address), { credentials: 'same-origin', ...(init as RequestInit) }),
    headers: async (calls) => ({
      ...ownHeaders(calls),
      ...(await headers()),
      ...(await auth?.headers(calls)),
    }),
  });
  return createTRPCClient<AppRouter>({
    links: [
      ...(onError ? [errorLink(onError)] : []),
      ...(prove ? [proofLink(prove)] : []),
      deadlineLink(timeoutMs),
      retryLink(retries),
      ...(auth ? [auth.link] : []),
      send,
    ],
  });
}

/** A call with a key travels alone; browsers say themselves who they are. */
function ownHeaders([call]: readonly Operation[]): Record<string, string> {
  const key = call && contextOf(call).idempotencyKey;
  return {
    ...(typeof document === 'undefined' && { 'user-agent': userAgent }),
    ...(key !== undefined && { 'idempotency-key': key }),
  };
}

function errorLink(onError: NonNullable<ClientOptions['onError']>): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      next(op).pipe(tap({ error: (error) => onError(error, { path: op.path, kind: op.type }) }));
}
