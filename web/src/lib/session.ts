import type { User } from '@portico/client';
import { hashKey, useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { queryClient } from './query-client.ts';

/** How long the session counts as known, in milliseconds. */
const knownFor = 5 * 60_000;

/** Asks who is signed in. Never fails for a visitor: then nobody is. */
export const sessionQuery = api.accounts.session.queryOptions(undefined, { staleTime: knownFor });

/** Who is signed in: undefined while not known yet, null for a visitor. */
export function useUser(): User | null | undefined {
  return useQuery(sessionQuery).data?.user;
}

/** Takes note of who is signed in from now on. What somebody else was told is dropped. */
export function changeSession(user: User | null): void {
  updateSession(user);
  const sessionHash = hashKey(sessionQuery.queryKey);
  void queryClient.resetQueries({ predicate: ({ queryHash }) => queryHash !== sessionHash });
}

/** Takes note of a change to the signed-in user's own account. */
export function updateSession(user: User | null): void {
  queryClient.setQueryData(sessionQuery.queryKey, { user });
}

/** Asks anew whether anybody is signed in. Without an answer it counts as so: a page that needs it finds out itself. */
export async function isSignedIn(): Promise<boolean> {
  try {
    const { user } = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    return user !== null;
  } catch {
    return true;
  }
}
