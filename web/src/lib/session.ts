import type { User } from '@portico/client';
import { hashKey, useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { queryClient } from './query-client.ts';
import { keepTheme } from './theme.ts';

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
  if (!user) keepTheme();
  forgetOthers();
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

const sessionHash = hashKey(sessionQuery.queryKey);

function forgetOthers(): void {
  void queryClient.resetQueries({ predicate: ({ queryHash }) => queryHash !== sessionHash });
}

/** The browser's tabs share one cookie, and tell each other whose it is. */
const otherTabs = new BroadcastChannel('portico.session');
/** Id of who is signed in as far as this tab knows; null for a visitor. */
let known: string | null | undefined;

otherTabs.onmessage = ({ data }: MessageEvent<string | null>) => {
  if (known !== undefined && data !== known) void isSignedIn();
};

/** Calls back when whoever was signed in here no longer is: their session has ended, or another tab signed somebody else in. */
export function onUserGone(listener: () => void): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    if (event.query.queryHash !== sessionHash) return;
    const before = known;
    known = queryClient.getQueryData(sessionQuery.queryKey)?.user?.id ?? null;
    if (known === before) return;
    otherTabs.postMessage(known);
    // Whoever logs out or in by this tab's own page is led on by that page.
    if (!before || event.action.manual) return;
    forgetOthers();
    listener();
  });
}
