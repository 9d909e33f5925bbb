import type { Reauthenticate } from '@portico/shared/accounts';
import { eq } from 'drizzle-orm';
import { verifyPassword } from '../../engine/auth/passwords.ts';
import { fail, failField } from '../../engine/errors/failure.ts';
import { networkOf } from '../../engine/http/network.ts';
import type { SignedInContext } from '../../engine/procedure/context.ts';
import { users } from './accounts.table.ts';
import { useCode } from './admit.service.ts';
import { tell } from './tell.ts';

/** Wrong passwords of one user from one address. */
const attempts = { calls: 10, seconds: 5 * 60 };

/**
 * Asks once more for everything that the account has: the password, the code. The caller gets a new token, and for a while
 * may change how one gets in.
 * @throws invalid_input, invalid_credentials, second_factor_required, invalid_code, rate_limited
 */
export async function reauthenticate(
  ctx: SignedInContext,
  { password, code }: Reauthenticate,
): Promise<void> {
  const { id } = ctx.user;
  const passwordHash = await provePassword(ctx, password);
  const withCode = await ctx.factors.isRequired(ctx.db, id);
  if (withCode) await useCode(ctx, id, code);
  if (passwordHash === null && !withCode) {
    throw fail('invalid_credentials', {
      detail: 'This account has no password: sign in again as you did before',
    });
  }
  await ctx.auth.renew(ctx, ctx.user, { passwordHash, withCode });
  await tell(ctx, { event: 'reauthenticated', userId: id });
}

/** @returns the hash that the password was compared with; null when the account has none */
async function provePassword(ctx: SignedInContext, password: string | undefined): Promise<string | null> {
  const { id } = ctx.user;
  const [user] = await ctx.db
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id));
  if (!user?.passwordHash) return null;
  if (password === undefined) throw failField('password', 'required', 'Type your password');
  const key = `${id} ${networkOf(ctx.request.address)}`;
  const attempt = await ctx.attempts.take('reauthentication', [{ key, ...attempts }]);
  if (!(await verifyPassword(user.passwordHash, password))) {
    await tell(ctx, { event: 'sign_in_failed', userId: id, details: { by: 'reauthentication' } });
    throw fail('invalid_credentials', { detail: 'This is not your password' });
  }
  await attempt.forgive();
  return user.passwordHash;
}
