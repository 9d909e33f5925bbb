import { api } from './api.ts';

/** The services that one may sign in with here; they change with the operator's configuration only. */
export function providersQuery() {
  return api.connections.providers.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY });
}
