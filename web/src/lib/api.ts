import { createClient } from '@portico/client';
import { createQueries } from '@portico/client/query';
import { askForProof } from './reauthentication.ts';

/** The typed client, by the same origin that served the site. What needs a recent proof of who one is asks for it. */
export const client = createClient({ url: '/rpc', prove: askForProof });

/** Every operation as options for TanStack Query. */
export const api = createQueries(client);
