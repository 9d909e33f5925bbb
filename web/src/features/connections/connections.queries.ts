import { api } from '../../lib/api.ts';

/** The accounts elsewhere that sign the caller in. */
export function myConnectionsQuery() {
  return api.connections.mine.queryOptions();
}
