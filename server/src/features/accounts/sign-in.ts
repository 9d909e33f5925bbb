import type { Login, Register, User } from '@portico/shared/accounts';
import { v7 as uuidv7 } from 'uuid';
import { transaction } from '../../db/transaction.ts';
import { isFailure } from '../../engine/errors/failure.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { createUser, type NewUser, readUser, selectIdOf } from './accounts.service.ts';
import { verifyAddress, verifyNewcomer } from './address-mails.ts';
import { sendVerification } from './addresses.service.ts';
import { admit, openSession } from './admit.service.ts';
import { userByPassword } from './credentials.ts';
import { hashChosenPassword } from './passwords.service.ts';
import { type PendingRegistration, pendingMs, sealRegistration } from './pending-registration.ts';
import { usernameTaken } from './taken.ts';
import { tell } from './tell.ts';

/**
 * Creates a user and signs them in; their address may be verified later. Where it must be verified first, the account comes to
 * be when the link is opened: until then nothing of it is kept, so nothing tells whether the address has an account.
 * @throws username_taken, email_taken; invalid_input when the password is a common one
 */
export async function register(ctx: Context, { password, ...input }: Register): Promise<User> {
  const passwordHash = await hashChosenPassword(password, input);
  if (ctx.rules.requireVerifiedEmail) return invite(ctx, { ...input, passwordHash });
  const user = await addUser(ctx, { ...input, passwordHash });
  await openSession(ctx, user.id);
  return user;
}

/** Mails the link that makes the account; whoever has the address already is told so instead. */
async function invite(ctx: Context, newUser: Omit<PendingRegistration, 'until'>): Promise<User> {
  const [owner] = await selectIdOf(ctx.db, newUser.username);
  if (owner) throw usernameTaken();
  const until = new Date(Date.now() + pendingMs);
  const sealed = sealRegistration(ctx.vault, 'job', { ...newUser, until });
  await ctx.jobs.enqueue(ctx.db, verifyNewcomer, { sealed });
  return unverifiedUser(newUser);
}

function addUser(ctx: Context, newUser: NewUser): Promise<User> {
  return transaction(ctx.db, async (tx) => {
    const user = await createUser(tx, newUser);
    await ctx.jobs.enqueue(tx, verifyAddress, { userId: user.id });
    await tell({ ...ctx, db: tx }, { event: 'registered', userId: user.id });
    return user;
  });
}

/** The user that will be, if the link is opened; with another id. */
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
