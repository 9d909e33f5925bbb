/**
 * The base procedures that features build on; each declares in its chain what it enforces. Idempotency comes last, so that
 * nobody is answered what they may no longer ask for; a base procedure with a check of its own is written here likewise.
 */
import type { Scope } from '@portico/shared/tokens';
import { bearerChallenge } from '../auth/bearer.ts';
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

const known = call.use(({ ctx, meta, next }) => {
  const user = requireUser(ctx.user);
  assertScopes(user, meta?.scopes);
  return next({ ctx: { user } });
});

/** Anyone may call it; whose token was made for something else is a visitor here. */
export const publicProcedure = call
  .meta({ access: { role: 'anyone' } })
  .use(({ ctx, meta, next }) => {
    const isVisitor = ctx.user !== null && missingScopes(ctx.user, meta?.scopes).length > 0;
    return isVisitor ? next({ ctx: { user: null } }) : next();
  })
  .use(idempotency);

/** Needs a session; `ctx.user` is the caller. */
export const signedIn = known.meta({ access: { role: 'user' } }).use(idempotency);

/** Needs a session of an administrator. */
export const admin = known
  .meta({ access: { role: 'admin' } })
  .use(({ ctx, next }) => {
    assertAdmin(ctx.user);
    return next();
  })
  .use(idempotency);

/** Needs a session whose user proved who they are within the last {@link recentSeconds}: for sensitive changes. */
export const recentlySignedIn = known
  .meta({ access: { role: 'user', recent: true } })
  .use(({ ctx, next }) => {
    assertRecent(ctx.user);
    return next();
  })
  .use(idempotency);

/** Needs a session of an administrator who proved who they are within the last {@link recentSeconds}. */
export const recentAdmin = known
  .meta({ access: { role: 'admin', recent: true } })
  .use(({ ctx, next }) => {
    assertAdmin(ctx.user);
    assertRecent(ctx.user);
    return next();
  })
  .use(idempotency);

/** How long a proof of who somebody is counts as recent, in seconds. */
export const recentSeconds = 10 * 60;

function assertAdmin({ role }: Caller): void {
  if (role !== 'admin') throw fail('forbidden', { detail: 'Only administrators may do this' });
}

function assertRecent({ authenticatedAt }: Caller): void {
  const age = Date.now() - authenticatedAt.getTime();
  if (age > recentSeconds * 1000) throw fail('reauthentication_required');
}

/**
 * What names no scope needs a token that was made for everything.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1
 */
function assertScopes(caller: Caller, needed: readonly Scope[] = ['all']): void {
  const missing = missingScopes(caller, needed);
  if (missing.length === 0) return;
  throw fail('insufficient_scope', {
    detail: `The token was not made for ${missing.join(' and ')}`,
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${needed.join(' ')}"` },
  });
}

function missingScopes({ scopes }: Caller, needed: readonly Scope[] = []): readonly Scope[] {
  return scopes === 'all' ? [] : needed.filter((scope) => !scopes.includes(scope));
}

function requireUser(user: Caller | null): Caller {
  if (!user) throw fail('unauthenticated', { headers: { 'www-authenticate': bearerChallenge } });
  return user;
}
