/** What sends a request over HTTP: as callers give it, and as tRPC's links call it. */
import type { HTTPLinkOptions, Operation, TRPCLink } from '@trpc/client';
import type { AppRouter } from './generated/router.ts';

/** The signature of `fetch`, as far as the client uses it: the platform's own, `expo/fetch`, a server's in-process one. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

type AnyFetch = NonNullable<HTTPLinkOptions<{ transformer: false; errorShape: unknown }>['fetch']>;

/** A `fetch` for the links: an address and what `fetch` takes beside it. */
export type LinkFetch = (...request: Parameters<AnyFetch>) => Promise<Response>;

/** Where and how requests go. */
export interface LinkOptions {
  readonly url: string;
  readonly fetch: LinkFetch;
  /** Whether its answers can be read while they come. */
  readonly streams: boolean;
  /** Headers of a request with these calls. */
  readonly headers: (calls: readonly Operation[]) => Promise<Record<string, string>>;
}

/** Makes the link of forms. `jsonFetch` makes a fetch that refuses what is not JSON. */
export type FormLink = (
  options: LinkOptions,
  jsonFetch: (fetch: LinkFetch) => LinkFetch,
) => TRPCLink<AppRouter>;
