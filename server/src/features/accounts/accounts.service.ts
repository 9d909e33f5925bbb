import type { Profile, Register, UpdateUser, User } from '@portico/shared/accounts';
import { and, eq, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/transaction.ts';
import type { Caller } from '../../engine/auth/caller.ts';
import { hashPassword } from '../../engine/auth/passwords.ts';
import { fail } from '../../engine/errors/failure.ts';
import { requirePicture } from '../files/pictures.service.ts';
import { users } from './accounts.table.ts';
import { orTaken } from './taken.ts';
import { selectUsers, toProfile, toUser } from './user-row.ts';

/** @throws username_taken, email_taken; whatever the case */
export async function createUser(db: Db, { username, email, password }: Register): Promise<User> {
  const passwordHash = await hashPassword(password);
  const [created] = await orTaken(() =>
    db.insert(users).values({ username, email, passwordHash }).returning({ id: users.id }),
  );
  return readUser(db, created?.id ?? '');
}

/** @throws not_found */
export async function readUser(db: Db, id: string): Promise<User> {
  const [row] = await selectUsers(db).where(eq(users.id, id));
  if (!row) throw noUser();
  return toUser(row);
}

/**
 * @param reference an id or a username
 * @throws not_found
 */
export async function readProfile(db: Db, reference: string): Promise<Profile> {
  const [row] = await selectUsers(db).where(isNamed(reference));
  if (!row) throw noUser();
  return toProfile(row);
}

/** Condition: the user has this id or this username, whatever its case. */
export function isNamed(reference: string) {
  return isUuid(reference)
    ? eq(users.id, reference)
    : eq(sql`lower(${users.username})`, reference.toLowerCase());
}

/**
 * Changes what is given of a user: oneself, or anybody as an administrator.
 * @throws not_found, version_conflict, username_taken, email_taken, and a failure of `avatarId`
 */
export async function updateUser(
  db: Db,
  caller: Caller,
  { id, version, ...changes }: UpdateUser,
): Promise<User> {
  if (id !== caller.id && caller.role !== 'admin') throw noUser();
  await transaction(db, async (tx) => {
    if (changes.avatarId) await requirePicture(tx, 'avatarId', changes.avatarId, id);
    const updated = await orTaken(() =>
      tx
        .update(users)
        .set({ ...changes, version: sql`${users.version} + 1` })
        .where(and(eq(users.id, id), version === undefined ? undefined : eq(users.version, version)))
        .returning({ id: users.id }),
    );
    if (updated.length === 0) throw await whyUnchanged(tx, id);
  });
  return readUser(db, id);
}

async function whyUnchanged(db: Db, id: string) {
  const { version } = await readUser(db, id);
  return fail('version_conflict', { detail: `The current version is ${version}` });
}

function noUser() {
  return fail('not_found', { detail: 'No user has this id' });
}
