import { api } from '../../lib/api.ts';

/** The services by which one may log in; they change with the server's configuration only. */
export const providersQuery = api.connections.providers.queryOptions(undefined, {
  staleTime: Number.POSITIVE_INFINITY,
});
