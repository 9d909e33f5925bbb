import type { User } from '@portico/client';
import type { QueryClient } from '@tanstack/react-query';
import { notFound, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../lib/session.ts';

interface GuardContext {
  context: { queryClient: QueryClient };
  location: { href: string };
}

/** Lets signed-in users pass; others log in first and come back. */
export async function requireUser({ context, location }: GuardContext): Promise<User> {
  const { user } = await context.queryClient.fetchQuery(sessionQuery);
  if (!user) throw redirect({ to: '/login', search: { from: location.href } });
  return user;
}

/** Lets administrators pass; for other users there is nothing at this address. */
export async function requireAdmin(context: GuardContext): Promise<void> {
  const user = await requireUser(context);
  if (user.role !== 'admin') throw notFound();
}

/** Whoever is signed in has nothing to do on the pages for signing in. */
export async function requireVisitor({ context }: Pick<GuardContext, 'context'>): Promise<void> {
  const known = context.queryClient.getQueryData(sessionQuery.queryKey);
  if (!known?.user) return;
  // Asked anew: a session may have ended on the server, and logging in is the way out of that.
  const { user } = await context.queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  if (user) throw redirect({ to: '/' });
}
