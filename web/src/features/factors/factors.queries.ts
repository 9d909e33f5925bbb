import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';

/** What the account asks for beside the password. */
export function factorsQuery() {
  return api.factors.status.queryOptions();
}

/** Asks again for what the account asks for, and for the devices, of which a change signs others out. */
export async function refreshFactors(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: api.factors.pathKey() }),
    queryClient.invalidateQueries({ queryKey: api.accounts.sessions.queryKey() }),
  ]);
}
