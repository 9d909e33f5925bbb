import { eq } from 'drizzle-orm';
import type { Shown } from '../../engine/auth/session-store.ts';
import { fail } from '../../engine/errors/failure.ts';
import { networkOf } from '../../engine/http/network.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { sessions, users } from './accounts.table.ts';
import { tell } from './tell.ts';

/** How somebody has shown who they are. */
export interface Proof {
  /** The way in, as the audit log calls it: `password`, `magic_link`, a provider's name. */
  readonly by: string;
  /** The code of the second factor, where one was given. */
  readonly code?: string | undefined;
  /** The hash that the password was compared with, where it was a password. */
  readonly passwordHash?: string;
  /** Whether it shows that the address is theirs, too. */
  readonly provesAddress?: boolean;
}

/** Guesses of a code: by somebody who already knows the password or holds the link. */
const guesses = { calls: 5, seconds: 15 * 60 };
const guessesFromEverywhere = { calls: 30, seconds: 24 * 60 * 60 };

/**
 * Signs in somebody who has shown who they are: every way in ends here. Opens a session after everything that the account
 * asks for; the session that the request came with ends.
 * @throws what {@link assertAdmissible} throws
 */
export async function admit(ctx: Context, user: { readonly id: string }, proof: Proof): Promise<void> {
  const withCode = await assertAdmissible(ctx, user, proof);
  await openSession(ctx, user.id, { passwordHash: proof.passwordHash ?? null, withCode });
  await tell(ctx, { event: 'signed_in', userId: user.id, details: { by: proof.by } });
}

/**
 * Whether somebody who has shown who they are may come in, for ways in that open something else than a session.
 * @returns whether they have shown a code, too
 * @throws account_disabled, email_unverified, second_factor_required, invalid_code, rate_limited
 */
export async function assertAdmissible(
  ctx: Context,
  { id }: { readonly id: string },
  { code, provesAddress = false }: Proof,
): Promise<boolean> {
  const [user] = await ctx.db
    .select({
      disabledAt: users.disabledAt,
      deleteAfter: users.deleteAfter,
      emailVerifiedAt: users.emailVerifiedAt,
    })
    .from(users)
    .where(eq(users.id, id));
  if (!user) throw fail('invalid_credentials');
  if (user.disabledAt) throw fail('account_disabled');
  if (user.deleteAfter) throw fail('account_disabled', { detail: 'This account is about to be deleted' });
  const isVerified = provesAddress || user.emailVerifiedAt !== null;
  if (ctx.rules.requireVerifiedEmail && !isVerified) throw fail('email_unverified');
  const withCode = await ctx.factors.isRequired(ctx.db, id);
  if (withCode) await useCode(ctx, id, code);
  return withCode;
}

/**
 * Uses up a code of an account that asks for one.
 * @throws second_factor_required, invalid_code, rate_limited
 */
export async function useCode(ctx: Context, userId: string, code: string | undefined): Promise<void> {
  if (code === undefined) throw fail('second_factor_required');
  const attempt = await ctx.attempts.take('code', [
    { key: `${userId} ${networkOf(ctx.request.address)}`, ...guesses },
    { key: userId, ...guessesFromEverywhere },
  ]);
  const kind = await ctx.factors.use(ctx.db, userId, code);
  if (!kind) {
    await tell(ctx, { event: 'factor_failed', userId });
    throw fail('invalid_code');
  }
  await attempt.forgive();
  if (kind === 'recovery_code') await tell(ctx, { event: 'recovery_code_used', userId });
}

/** Opens a session; the one that the request came with ends. */
export async function openSession(ctx: Context, userId: string, shown: Shown = {}): Promise<void> {
  await ctx.auth.signIn(ctx, userId, shown);
  if (ctx.user) await ctx.db.delete(sessions).where(eq(sessions.id, ctx.user.sessionId));
}
