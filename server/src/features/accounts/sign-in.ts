import type { Login, Register, User } from '@portico/shared/accounts';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { AuditRecord } from '../../engine/audit/audit.ts';
import { verifyPassword } from '../../engine/auth/passwords.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { rateLimited } from '../../engine/procedure/rate-limit.ts';
import { createUser, readUser } from './accounts.service.ts';
import { sessions, users } from './accounts.table.ts';

/** Attempts on one account from one address; the owner elsewhere is not locked out. */
const attempts = { calls: 10, seconds: 300 };

/** Creates a user and signs them in. */
export async function register(ctx: Context, input: Register): Promise<User> {
  const user = await createUser(ctx.db, input);
  await openSession(ctx, user.id);
  await tell(ctx, { event: 'registered', userId: user.id });
  return user;
}

/**
 * Signs a user in. A wrong name and a wrong password have the same answer and take the same time.
 * @throws invalid_credentials, rate_limited
 */
export async function logIn(ctx: Context, { username, email, password }: Login): Promise<User> {
  const name = (username ?? email ?? '').toLowerCase();
  const allowance = await ctx.limits.take(`login:${name}:${ctx.request.address}`, attempts);
  if (!allowance.granted) throw rateLimited('login', attempts, allowance);
  const found = await findCredentials(ctx.db, name);
  if (!(await verifyPassword(found?.passwordHash ?? null, password)) || !found) {
    await tell(ctx, { event: 'sign_in_failed', userId: found?.id ?? null, details: { by: 'password' } });
    throw fail('invalid_credentials');
  }
  await openSession(ctx, found.id);
  await tell(ctx, { event: 'signed_in', userId: found.id, details: { by: 'password' } });
  return readUser(ctx.db, found.id);
}

/** Ends the caller's session; no error when there is none. */
export async function logOut(ctx: Context): Promise<void> {
  await ctx.auth.signOut(ctx, ctx.user);
  if (ctx.user) await tell(ctx, { event: 'signed_out', userId: ctx.user.id });
}

/** Tells the audit log and the server's. */
async function tell(ctx: Context, record: AuditRecord): Promise<void> {
  await ctx.audit.record(ctx.db, ctx.request, record);
  ctx.log.info(record, 'an account was used');
}

/** Opens a session; the one that the request came with ends. */
async function openSession(ctx: Context, userId: string): Promise<void> {
  await ctx.auth.signIn(ctx, userId);
  if (ctx.user) await ctx.db.delete(sessions).where(eq(sessions.id, ctx.user.sessionId));
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
