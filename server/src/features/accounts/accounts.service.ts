import type { Profile, Register, UpdateUser, User } from '@portico/shared/accounts';
import { and, eq, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Db } from '../../db/connect.ts';
import { statement } from '../../db/statement.ts';
import { transaction } from '../../db/transaction.ts';
import { fail } from '../../engine/errors/failure.ts';
import type { Context, SignedInContext } from '../../engine/procedure/context.ts';
import { requirePicture } from '../files/pictures.service.ts';
import { users } from './accounts.table.ts';
import { orTaken } from './taken.ts';
import { tell } from './tell.ts';
import { selectUsers, toProfile, toUser, type UserRow } from './user-row.ts';

/** Who is to have an account. */
export interface NewUser extends Pick<Register, 'username' | 'email'> {
  /** Null when they will sign in without one. */
  readonly passwordHash: string | null;
}

/** @throws username_taken, email_taken; whatever the case */
export async function createUser(db: Db, { username, email, passwordHash }: NewUser): Promise<User> {
  const [created] = await orTaken(() =>
    db.insert(users).values({ username, email, passwordHash }).returning({ id: users.id }),
  );
  return readUser(db, created?.id ?? '');
}

const selectById = statement<{ id: string }, UserRow[]>((db, { id }) =>
  selectUsers(db).where(eq(users.id, id)),
);

/** @throws not_found */
export async function readUser(db: Db, id: string): Promise<User> {
  const [row] = await selectById(db, { id });
  if (!row) throw noUser();
  return toUser(row);
}

const selectByUsername = statement<{ username: string }, UserRow[]>((db, { username }) =>
  selectUsers(db).where(hasUsername(username)),
);

/**
 * Where addresses must be verified, an account is nobody's before: its profile would tell that it was made.
 * @param reference an id or a username
 * @throws not_found
 */
export async function readProfile(
  { db, rules }: Pick<Context, 'db' | 'rules'>,
  reference: string,
): Promise<Profile> {
  const [row] = isUuid(reference)
    ? await selectById(db, { id: reference })
    : await selectByUsername(db, { username: reference });
  if (!row || (rules.requireVerifiedEmail && !row.emailVerifiedAt)) throw noUser();
  return toProfile(row);
}

/** Selects the id of a user by username, whatever its case. */
export function selectIdOf(db: Db, username: string | Placeholder) {
  return db.select({ id: users.id }).from(users).where(hasUsername(username));
}

/** Condition: the user has this username, whatever its case. */
function hasUsername(username: string | Placeholder): SQL {
  return sql`lower(${users.username}) = lower(${username})`;
}

/**
 * Changes what is given of a user: oneself, or anybody as an administrator.
 * @throws not_found, version_conflict, username_taken, email_taken, and a failure of `avatarId`
 */
export async function updateUser(
  ctx: SignedInContext,
  { id, version, ...changes }: UpdateUser,
): Promise<User> {
  const { db, user: caller } = ctx;
  if (id !== caller.id && caller.role !== 'admin') throw noUser();
  await transaction(db, async (tx) => {
    const before = changes.username === undefined ? undefined : await lockUsername(tx, id);
    if (changes.avatarId) await requirePicture(tx, 'avatarId', changes.avatarId, id);
    const updated = await orTaken(() =>
      tx
        .update(users)
        .set({ ...changes, version: sql`${users.version} + 1` })
        .where(and(eq(users.id, id), version === undefined ? undefined : eq(users.version, version)))
        .returning({ id: users.id }),
    );
    if (updated.length === 0) throw await whyUnchanged(tx, id);
    if (before !== undefined && changes.username !== undefined && before !== changes.username)
      await tellOfUsername({ ...ctx, db: tx }, id, { before, username: changes.username });
  });
  return readUser(db, id);
}

/** The username of a user, which nobody else changes before the end of the transaction. */
async function lockUsername(tx: Db, id: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ username: users.username })
    .from(users)
    .where(eq(users.id, id))
    .for('update');
  return found?.username;
}

/** One signs in by it, so it is in the log. */
async function tellOfUsername(
  ctx: SignedInContext,
  userId: string,
  names: { readonly before: string; readonly username: string },
): Promise<void> {
  const { id: actorId } = ctx.user;
  const others = actorId === userId ? {} : { actorId, details: { ...names, by: 'administrator' } };
  await tell(ctx, { event: 'username_changed', userId, details: names, ...others });
}

/** Whether anybody has an account. */
export async function hasUsers(db: Db): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}

async function whyUnchanged(db: Db, id: string) {
  const { version } = await readUser(db, id);
  return fail('version_conflict', { detail: `The current version is ${version}` });
}

function noUser() {
  return fail('not_found', { detail: 'No user has this id' });
}
