/** What sends a request over HTTP: as callers give it, and as tRPC's links call it. */
import type { HTTPLinkOptions } from '@trpc/client';

/** The signature of `fetch`, as far as the client uses it: the platform's own, `expo/fetch`, a server's in-process one. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

type AnyFetch = NonNullable<HTTPLinkOptions<{ transformer: false; errorShape: unknown }>['fetch']>;

/** A `fetch` for the links: an address and what `fetch` takes beside it. */
export type LinkFetch = (...request: Parameters<AnyFetch>) => Promise<Response>;
