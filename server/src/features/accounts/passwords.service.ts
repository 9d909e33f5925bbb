import type { ChangePassword } from '@portico/shared/accounts';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import { isCommonPassword } from '../../engine/auth/common-passwords.ts';
import { hashPassword } from '../../engine/auth/passwords.ts';
import { failField } from '../../engine/errors/failure.ts';
import type { SignedInContext } from '../../engine/procedure/context.ts';
import { users } from './accounts.table.ts';
import { endLinks } from './mailed-links.service.ts';
import { tell } from './tell.ts';

/** By what somebody is known: it cannot be their password. */
interface Names {
  readonly username: string;
  readonly email: string;
}

/**
 * Hashes a password that somebody has chosen. What it is made of does not matter, only whether guessers try it first.
 * @throws invalid_input, `common_password` at its field
 */
export async function hashChosenPassword(password: string, { username, email }: Names): Promise<string> {
  const plain = password.toLowerCase();
  const [mailbox = ''] = email.toLowerCase().split('@', 1);
  if ([username.toLowerCase(), email.toLowerCase(), mailbox].includes(plain)) {
    throw failField('password', 'common_password', 'Your name or address is the first thing that is tried');
  }
  if (await isCommonPassword(plain)) {
    throw failField('password', 'common_password', 'This is one of the passwords that are tried first');
  }
  return hashPassword(password);
}

/**
 * Stores the hash of a new password. What was mailed before is worthless from then on: who is told that a stranger has asked for
 * another address changes the password, and that has to be enough.
 */
export async function storePassword(tx: Db, userId: string, passwordHash: string): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
  await endLinks(tx, userId);
}

/** @returns false when there was none */
export async function removePassword(tx: Db, userId: string): Promise<boolean> {
  const removed = await tx
    .update(users)
    .set({ passwordHash: null })
    .where(and(eq(users.id, userId), isNotNull(users.passwordHash)))
    .returning({ id: users.id });
  return removed.length > 0;
}

/**
 * Changes the caller's password, or gives them a first one.
 * @throws invalid_input when it is a common one
 */
export async function changePassword(
  ctx: SignedInContext,
  { password, revokeOthers }: ChangePassword,
): Promise<void> {
  const { id, sessionId } = ctx.user;
  const [names] = await ctx.db
    .select({ username: users.username, email: users.email })
    .from(users)
    .where(eq(users.id, id));
  const passwordHash = await hashChosenPassword(password, names ?? { username: '', email: '' });
  await transaction(ctx.db, async (tx) => {
    await storePassword(tx, id, passwordHash);
    if (revokeOthers) await ctx.devices.revokeOthers(tx, id, sessionId);
    await tell({ ...ctx, db: tx }, { event: 'password_changed', userId: id });
  });
}
