/** The base procedures that features build on; each declares in its chain what it enforces. */
import type { Caller } from '../auth/caller.ts';
import { fail } from '../errors/failure.ts';
import { cookies, limit, timeout } from './policy.ts';
import { t } from './trpc.ts';

export { fails } from './fails.ts';

/** Groups procedures by name. */
export const router = t.router;

/** Anyone may call it. */
export const publicProcedure = t.procedure
  .meta({ access: { role: 'anyone', scopes: [] } })
  .use(timeout)
  .use(limit)
  .use(cookies);

/** Needs a session; `ctx.user` is the caller. */
export const signedIn = publicProcedure
  .meta({ access: { role: 'user', scopes: [] } })
  .use(({ ctx, next }) => next({ ctx: { user: requireUser(ctx.user) } }));

/** Needs a session of an administrator. */
export const admin = signedIn.meta({ access: { role: 'admin', scopes: [] } }).use(({ ctx, next }) => {
  if (ctx.user.role !== 'admin') throw fail('forbidden', { detail: 'Only administrators may do this' });
  return next();
});

function requireUser(user: Caller | null): Caller {
  if (!user) throw fail('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
  return user;
}
