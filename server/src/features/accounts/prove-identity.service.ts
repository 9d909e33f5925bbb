import type { Login } from '@portico/shared/accounts';
import type { Context } from '../../engine/procedure/context.ts';
import { assertAdmissible } from './admit.service.ts';
import { userByPassword } from './credentials.ts';

/**
 * The user whom a login proves with everything that the account asks for; opens nothing.
 * @throws what {@link userByPassword} and {@link assertAdmissible} throw
 */
export async function proveIdentity(
  ctx: Context,
  { code, ...credentials }: Login,
): Promise<{ readonly id: string }> {
  const user = await userByPassword(ctx, credentials);
  await assertAdmissible(ctx, user, { by: 'password', code });
  return user;
}
