import type { ListUsers, ManagedUser, Standing } from '@portico/shared/admin';
import type { Page } from '@portico/shared/paging';
import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { fail } from '../../engine/errors/failure.ts';
import { decodeCursor, isBehind, toPage } from '../../engine/paging/keyset.ts';
import { users } from './accounts.table.ts';

const { id, username, name, email, role, createdAt, emailVerifiedAt, disabledAt, deleteAfter } = users;
const columns = { id, username, name, email, role, createdAt, emailVerifiedAt, disabledAt, deleteAfter };

type Row = Omit<ManagedUser, 'standing'>;

/** Users as administrators see them, newest first. */
export async function listUsers(
  db: Db,
  { limit, cursor, q, role: asked, standing }: ListUsers,
): Promise<Page<ManagedUser>> {
  const rows = await db
    .select(columns)
    .from(users)
    .where(
      and(
        q ? nameContains(q) : undefined,
        asked && eq(role, asked),
        standing && hasStanding[standing],
        isBehind(createdAt, id, decodeCursor(cursor) ?? {}),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
  return toPage(rows, limit, toManagedUser, (row) => ({ at: row.createdAt, id: row.id }));
}

/** @throws not_found */
export async function readManagedUser(db: Db, userId: string): Promise<ManagedUser> {
  const [row] = await db.select(columns).from(users).where(eq(id, userId));
  if (!row) throw fail('not_found', { detail: 'No user has this id' });
  return toManagedUser(row);
}

/** What an administrator may change of an account. */
export type Administration = Partial<Pick<typeof users.$inferSelect, 'role' | 'disabledAt' | 'deleteAfter'>>;

/**
 * Changes what an administrator may change.
 * @returns false when nobody has the id
 */
export async function administrate(tx: Db, userId: string, changes: Administration): Promise<boolean> {
  const changed = await tx
    .update(users)
    .set({ ...changes, version: sql`${users.version} + 1` })
    .where(eq(id, userId))
    .returning({ id });
  return changed.length > 0;
}

/**
 * There must be an administrator besides this user. The rows of all administrators are locked, in one order, so that of two
 * who send each other away the second is refused.
 * @throws last_admin
 */
export async function assertAnotherAdmin(tx: Db, userId: string): Promise<void> {
  const admins = await tx
    .select({ id })
    .from(users)
    .where(and(eq(role, 'admin'), hasStanding.active))
    .orderBy(asc(id))
    .for('update');
  if (admins.length === 1 && admins[0]?.id === userId) throw fail('last_admin');
}

/** The accounts that are to be deleted by now. */
export async function findLeavers(db: Db, limit: number): Promise<string[]> {
  const rows = await db.select({ id }).from(users).where(sql`${deleteAfter} <= now()`).limit(limit);
  return rows.map((row) => row.id);
}

/**
 * Deletes an account whose time has come, with everything that hangs on it.
 * @returns false when its owner changed their mind meanwhile
 */
export async function deleteLeaver(tx: Db, userId: string): Promise<boolean> {
  const deleted = await tx
    .delete(users)
    .where(and(eq(id, userId), sql`${deleteAfter} <= now()`))
    .returning({ id });
  return deleted.length > 0;
}

const hasStanding: Readonly<Record<Standing, SQL | undefined>> = {
  active: and(isNull(disabledAt), isNull(deleteAfter)),
  disabled: isNotNull(disabledAt),
  leaving: and(isNull(disabledAt), isNotNull(deleteAfter)),
};

function nameContains(text: string): SQL | undefined {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return or(...[username, name, email].map((column) => sql`${column} ilike ${pattern}`));
}

function toManagedUser(row: Row): ManagedUser {
  const leaving = row.deleteAfter ? 'leaving' : 'active';
  return { ...row, name: row.name || row.username, standing: row.disabledAt ? 'disabled' : leaving };
}
