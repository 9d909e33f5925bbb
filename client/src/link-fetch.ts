/** What sends a request over HTTP, as tRPC's links call it. */
import type { HTTPLinkOptions } from '@trpc/client';

type AnyFetch = NonNullable<HTTPLinkOptions<{ transformer: false; errorShape: unknown }>['fetch']>;

/** A `fetch` for the links: an address and what `fetch` takes beside it. */
export type LinkFetch = (...request: Parameters<AnyFetch>) => Promise<Response>;
