import { api } from '../../lib/api.ts';

/** What everyone may see of somebody, by username. */
export function profileQuery(username: string) {
  return api.accounts.profile.queryOptions({ id: username });
}
