import { randomInt } from 'node:crypto';
import type { User } from '@portico/shared/accounts';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import { isFailure } from '../../engine/errors/failure.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { createUser } from './accounts.service.ts';
import { verifyAddress } from './address-mails.ts';
import { markVerified } from './addresses.service.ts';
import { tell } from './tell.ts';

/** Somebody whom another service vouches for, and who has no account yet. */
export interface Newcomer {
  /** What they are called there: their username, if it is free. */
  readonly label: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
}

/** Names that are tried: the own one, then with numbers behind it. */
const attempts = 5;

/**
 * Creates the account of somebody who signs in without a password.
 * @param connect writes how they get in, in the transaction that makes the account
 * @throws email_taken, and what `connect` throws
 */
export async function createNewcomer(
  ctx: Context,
  newcomer: Newcomer,
  connect: (tx: Db, userId: string) => Promise<void>,
): Promise<User> {
  const name = toUsername(newcomer.label);
  for (let attempt = 1; ; attempt += 1) {
    const username = attempt === 1 ? name : `${name.slice(0, 23)}-${randomInt(1e6)}`;
    try {
      return await add(ctx, username, newcomer, connect);
    } catch (error) {
      if (attempt === attempts || !isFailure(error, 'username_taken')) throw error;
    }
  }
}

function add(
  ctx: Context,
  username: string,
  { email, isEmailVerified }: Newcomer,
  connect: (tx: Db, userId: string) => Promise<void>,
): Promise<User> {
  return transaction(ctx.db, async (tx) => {
    const user = await createUser(tx, { username, email, passwordHash: null });
    if (isEmailVerified) await markVerified(tx, user.id, email);
    else await ctx.jobs.enqueue(tx, verifyAddress, { userId: user.id });
    await connect(tx, user.id);
    await tell({ ...ctx, db: tx }, { event: 'registered', userId: user.id });
    return user;
  });
}

/** The letters, digits, - and _ of a name; `member` where too few are left. */
function toUsername(label: string): string {
  const [local = ''] = label.normalize('NFKD').split('@');
  const kept = local
    .replaceAll(/[^A-Za-z0-9_-]+/g, '')
    .replace(/^[_-]+/, '')
    .slice(0, 30);
  return kept.length >= 3 ? kept : 'member';
}
