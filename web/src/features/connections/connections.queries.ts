import { api } from '../../lib/api.ts';

/** The services that one may sign in with here; they change with the operator's configuration only. */
export function providersQuery() {
  return api.connections.providers.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY });
}

/** The accounts elsewhere that sign the caller in. */
export function myConnectionsQuery() {
  return api.connections.mine.queryOptions();
}
