import type { Login } from '@portico/shared/accounts';
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { Attempt } from '../../engine/attempts/attempts.ts';
import { hashesAtOnce, hashPassword, isWeakHash, verifyPassword } from '../../engine/auth/passwords.ts';
import { lanes } from '../../engine/concurrency/lanes.ts';
import { fail, isFailure } from '../../engine/errors/failure.ts';
import { networkOf } from '../../engine/http/network.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { users } from './accounts.table.ts';
import { tell } from './tell.ts';

/** Wrong passwords: from one address for one account, from one address, for one account from everywhere. */
const fromOneForOne = { calls: 10, seconds: 5 * 60 };
const fromOne = { calls: 100, seconds: 5 * 60 };
const forOne = { calls: 200, seconds: 60 * 60 };

type Credentials = Pick<Login, 'username' | 'email' | 'password'>;

/**
 * Each sign-in costs the database more than most requests, and waits for its hash anyway: one more than
 * there are hashes keeps those busy, and leaves connections to everybody else.
 */
const inLane = lanes(hashesAtOnce + 1, 200);

/** Who somebody is by their password. */
export interface PasswordProof {
  readonly id: string;
  /** What the password was compared with: it must still be there when something is opened by it. */
  readonly passwordHash: string;
}

/**
 * The user whose name and password these are. A wrong name and a wrong password have the same answer and take the same time.
 * @throws invalid_credentials, rate_limited; unavailable when too many wait already
 */
export function userByPassword(ctx: Context, credentials: Credentials): Promise<PasswordProof> {
  return inLane(() => compare(ctx, credentials));
}

async function compare(ctx: Context, { username, email, password }: Credentials): Promise<PasswordProof> {
  const name = (username ?? email ?? '').toLowerCase();
  const found = await findCredentials(ctx.db, name);
  const attempts = await takeAttempt(ctx, name, found?.id);
  const passwordHash = found?.passwordHash ?? null;
  if (!(await verifyPassword(passwordHash, password)) || !found || passwordHash === null) {
    await tell(ctx, { event: 'sign_in_failed', userId: found?.id ?? null, details: { by: 'password' } });
    throw fail('invalid_credentials');
  }
  for (const attempt of attempts) await attempt.forgive();
  const { id } = found;
  return isWeakHash(passwordHash) ? strengthen(ctx.db, { id, passwordHash }, password) : { id, passwordHash };
}

/**
 * Hashes a password again that was hashed with less than we ask for today, unless it was changed meanwhile.
 * @throws invalid_credentials when it was changed to another one
 */
async function strengthen(
  db: Db,
  { id, passwordHash: weak }: PasswordProof,
  password: string,
): Promise<PasswordProof> {
  const passwordHash = await hashPassword(password);
  const stored = await db
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, id), eq(users.passwordHash, weak)))
    .returning({ id: users.id });
  if (stored.length > 0) return { id, passwordHash };
  const [now] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, id));
  const current = now?.passwordHash ?? null;
  if (current === null || !(await verifyPassword(current, password))) throw fail('invalid_credentials');
  return { id, passwordHash: current };
}

/**
 * Counts the attempt before anybody knows whether it is right. When the whole world has guessed at an account, its owner
 * still comes in from where they did before.
 * @throws rate_limited
 */
async function takeAttempt(ctx: Context, name: string, userId: string | undefined): Promise<Attempt[]> {
  const { address } = ctx.request;
  const network = networkOf(address);
  const near = await ctx.attempts.take('login', [
    { key: `${name} ${network}`, ...fromOneForOne },
    { key: network, ...fromOne },
  ]);
  try {
    return [near, await ctx.attempts.take('login', [{ key: name, ...forOne }])];
  } catch (error) {
    const isUsedUp = isFailure(error, 'rate_limited') && userId !== undefined;
    if (isUsedUp && (await ctx.audit.hasSignedInFrom(ctx.db, userId, address))) return [near];
    throw error;
  }
}

/** A username cannot hold an `@`, an e-mail address must: so a name is found in one of the two. */
async function findCredentials(db: Db, name: string) {
  const column = name.includes('@') ? users.email : users.username;
  const [found] = await db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(sql`lower(${column})`, name));
  return found;
}
