import type { Login } from '@portico/shared/accounts';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { Budget } from '../../engine/attempts/attempts.ts';
import { verifyPassword } from '../../engine/auth/passwords.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { users } from './accounts.table.ts';
import { tell } from './tell.ts';

/**
 * Wrong passwords, narrowest first: from one address for one account; from one address; for one account from everywhere,
 * so large that its owner is not locked out by a few guessers elsewhere.
 */
function budgetsOf(name: string, address: string): Budget[] {
  return [
    { key: `${name} ${address}`, calls: 10, seconds: 5 * 60 },
    { key: `from ${address}`, calls: 100, seconds: 5 * 60 },
    { key: `for ${name}`, calls: 200, seconds: 60 * 60 },
  ];
}

/**
 * The user whose name and password these are. A wrong name and a wrong password have the same answer and take the same time.
 * @throws invalid_credentials, rate_limited
 */
export async function userByPassword(
  ctx: Context,
  { username, email, password }: Pick<Login, 'username' | 'email' | 'password'>,
): Promise<{ readonly id: string }> {
  const name = (username ?? email ?? '').toLowerCase();
  const attempt = await ctx.attempts.take('login', budgetsOf(name, ctx.request.address));
  const found = await findCredentials(ctx.db, name);
  if (!(await verifyPassword(found?.passwordHash ?? null, password)) || !found) {
    await tell(ctx, { event: 'sign_in_failed', userId: found?.id ?? null, details: { by: 'password' } });
    throw fail('invalid_credentials');
  }
  await attempt.forgive();
  return { id: found.id };
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
