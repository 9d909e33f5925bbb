import { createClient } from '@portico/client';
import { createQueries } from '@portico/client/query';

/** The typed client, by the same origin that served the site. */
export const client = createClient({ url: '/rpc' });

/** Every operation as options for TanStack Query. */
export const api = createQueries(client);
