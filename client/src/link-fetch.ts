/** What sends a request over HTTP, as tRPC's links call it. */
import type { HTTPLinkOptions } from '@trpc/client';

/** A `fetch` for the links: an address and what `fetch` takes beside it. */
export type LinkFetch = NonNullable<HTTPLinkOptions<{ transformer: false; errorShape: unknown }>['fetch']>;
