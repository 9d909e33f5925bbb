import type { Login, Register, User } from '@portico/shared/accounts';
import { v7 as uuidv7 } from 'uuid';
import { transaction } from '../../db/transaction.ts';
import { isFailure } from '../../engine/errors/failure.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { createUser, type NewUser, readUser } from './accounts.service.ts';
import { tellAddressTaken, verifyAddress } from './address-mails.ts';
import { sendVerification } from './addresses.service.ts';
import { admit, openSession } from './admit.service.ts';
import { userByPassword } from './credentials.ts';
import { hashChosenPassword } from './passwords.service.ts';
import { tell } from './tell.ts';

/**
 * Creates a user and signs them in; their address may be verified later. Where it must be verified first nobody is signed in,
 * and a taken address has the same answer as a new one: its owner is told by mail.
 * @throws username_taken, email_taken; invalid_input when the password is a common one
 */
export async function register(ctx: Context, { password, ...input }: Register): Promise<User> {
  const passwordHash = await hashChosenPassword(password, input);
  const mustVerify = ctx.rules.requireVerifiedEmail;
  try {
    const user = await addUser(ctx, { ...input, passwordHash });
    if (!mustVerify) await openSession(ctx, user.id);
    return user;
  } catch (error) {
    if (!mustVerify || !isFailure(error, 'email_taken')) throw error;
    await ctx.jobs.enqueue(ctx.db, tellAddressTaken, { email: input.email });
    return unverifiedUser(input);
  }
}

function addUser(ctx: Context, newUser: NewUser): Promise<User> {
  return transaction(ctx.db, async (tx) => {
    const user = await createUser(tx, newUser);
    await ctx.jobs.enqueue(tx, verifyAddress, { userId: user.id });
    await tell({ ...ctx, db: tx }, { event: 'registered', userId: user.id });
    return user;
  });
}

/** A user as nobody can tell from one that has just been created. */
function unverifiedUser({ username, email }: Pick<Register, 'username' | 'email'>): User {
  return {
    id: uuidv7(),
    username,
    name: username,
    email,
    emailVerified: false,
    bio: '',
    avatar: null,
    role: 'user',
    version: 1,
    createdAt: new Date(),
  };
}

/**
 * Signs a user in by name and password, and by a code where the account asks for one.
 * @throws what {@link userByPassword} and {@link admit} throw
 */
export async function logIn(ctx: Context, { code, ...credentials }: Login): Promise<User> {
  const user = await userByPassword(ctx, credentials);
  try {
    await admit(ctx, user, { by: 'password', code, passwordHash: user.passwordHash });
  } catch (error) {
    if (isFailure(error, 'email_unverified')) await sendVerificationAgain(ctx, user.id);
    throw error;
  }
  return readUser(ctx.db, user.id);
}

/** Who cannot sign in cannot ask for another link. */
async function sendVerificationAgain(ctx: Context, userId: string): Promise<void> {
  try {
    await sendVerification(ctx, userId);
  } catch (error) {
    if (!isFailure(error, 'rate_limited')) throw error;
  }
}

/** Ends the caller's session; no error when there is none. */
export async function logOut(ctx: Context): Promise<void> {
  await ctx.auth.signOut(ctx, ctx.user);
  if (ctx.user) await tell(ctx, { event: 'signed_out', userId: ctx.user.id });
}
