import type { Login, Register, User } from '@portico/shared/accounts';
import type { Context } from '../../engine/procedure/context.ts';
import { createUser, readUser } from './accounts.service.ts';
import { admit, openSession } from './admit.ts';
import { userByPassword } from './credentials.ts';
import { tell } from './tell.ts';

/** Creates a user and signs them in. */
export async function register(ctx: Context, input: Register): Promise<User> {
  const user = await createUser(ctx.db, input);
  await openSession(ctx, user.id);
  await tell(ctx, { event: 'registered', userId: user.id });
  return user;
}

/**
 * Signs a user in by name and password, and by a code where the account asks for one.
 * @throws what {@link userByPassword} and {@link admit} throw
 */
export async function logIn(ctx: Context, { code, ...credentials }: Login): Promise<User> {
  const user = await userByPassword(ctx, credentials);
  await admit(ctx, user, { by: 'password', code, passwordHash: user.passwordHash });
  return readUser(ctx.db, user.id);
}

/** Ends the caller's session; no error when there is none. */
export async function logOut(ctx: Context): Promise<void> {
  await ctx.auth.signOut(ctx, ctx.user);
  if (ctx.user) await tell(ctx, { event: 'signed_out', userId: ctx.user.id });
}
