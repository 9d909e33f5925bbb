import { api } from '../../lib/api.ts';

/** What happened to the caller's account. */
export function myEventsQuery() {
  return api.audit.mine.infiniteQueryOptions({});
}
