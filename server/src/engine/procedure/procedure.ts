/**
 * The base procedures that features build on; each declares in its chain what it enforces. Idempotency comes last, so that
 * nobody is answered what they may no longer ask for; a base procedure with a check of its own is written here likewise.
 */
import type { Caller } from '../auth/caller.ts';
import { fail } from '../errors/failure.ts';
import { idempotency } from '../idempotency/idempotency.ts';
import { head, limit, timeout } from './policy.ts';
import { streams } from './streams.ts';
import { t } from './trpc.ts';

export { fails } from './fails.ts';

/** Groups procedures by name. */
export const router = t.router;

/** What holds for every call, whoever makes it. */
const call = t.procedure.use(streams).use(timeout).use(limit).use(head);

const known = call.use(({ ctx, next }) => next({ ctx: { user: requireUser(ctx.user) } }));

/** Anyone may call it. */
export const publicProcedure = call.meta({ access: { role: 'anyone', scopes: [] } }).use(idempotency);

/** Needs a session; `ctx.user` is the caller. */
export const signedIn = known.meta({ access: { role: 'user', scopes: [] } }).use(idempotency);

/** Needs a session of an administrator. */
export const admin = known
  .meta({ access: { role: 'admin', scopes: [] } })
  .use(({ ctx, next }) => {
    if (ctx.user.role !== 'admin') throw fail('forbidden', { detail: 'Only administrators may do this' });
    return next();
  })
  .use(idempotency);

/** Needs a session whose user proved who they are within the last {@link recentSeconds}: for sensitive changes. */
export const recentlySignedIn = known
  .meta({ access: { role: 'user', scopes: [], recent: true } })
  .use(({ ctx, next }) => {
    const age = Date.now() - ctx.user.authenticatedAt.getTime();
    if (age > recentSeconds * 1000) throw fail('reauthentication_required');
    return next();
  })
  .use(idempotency);

/** How long a proof of who somebody is counts as recent, in seconds. */
export const recentSeconds = 10 * 60;

function requireUser(user: Caller | null): Caller {
  if (!user) throw fail('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
  return user;
}
