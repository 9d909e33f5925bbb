import { callOptions, createClient } from '@portico/client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** Asks the user nothing by itself: whoever only opens the page is not stopped by a question for their password. */
const quiet = createClient({ url: '/rpc' });

/** Where the caller is signed in; fails where it takes a recent proof of who they are. */
export function devicesQuery() {
  return queryOptions({
    queryKey: api.accounts.sessions.queryKey(),
    queryFn: ({ signal }) => quiet.accounts.sessions.query(undefined, callOptions({ signal, retries: 0 })),
  });
}
