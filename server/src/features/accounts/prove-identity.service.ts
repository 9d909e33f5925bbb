import type { Login } from '@portico/shared/accounts';
import type { Shown } from '../../engine/auth/session-store.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { assertAdmissible, useCode } from './admit.service.ts';
import { type PasswordProof, userByPassword } from './credentials.ts';

/**
 * The user whom a login proves with everything that the account asks for; opens nothing.
 * @throws what {@link userByPassword} and {@link assertAdmissible} throw
 */
export async function proveIdentity(
  ctx: Context,
  { code, ...credentials }: Login,
): Promise<PasswordProof & Shown> {
  const user = await userByPassword(ctx, credentials);
  const withCode = await assertAdmissible(ctx, user, { by: 'password', code });
  return { ...user, withCode };
}

/**
 * The user whose account it is, whether or not it may be used: everything but its standing is asked for.
 * @throws what {@link userByPassword} and {@link useCode} throw
 */
export async function proveOwner(
  ctx: Context,
  { code, ...credentials }: Login,
): Promise<{ readonly id: string }> {
  const user = await userByPassword(ctx, credentials);
  if (await ctx.factors.isRequired(ctx.db, user.id)) await useCode(ctx, user.id, code);
  return user;
}
