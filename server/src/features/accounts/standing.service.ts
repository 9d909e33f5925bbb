import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { users } from './accounts.table.ts';

/** A table of the users who may come in, as callers are known: neither shut out nor about to be deleted. To be joined. */
export function admittedUsers(db: Db) {
  return db
    .select({ id: users.id, username: users.username, role: users.role })
    .from(users)
    .where(and(isNull(users.disabledAt), isNull(users.deleteAfter)))
    .as('admitted_users');
}

/**
 * Whether a user may still come in, read where something is opened for them. Their row is locked until that is committed, so
 * that a change of the password which ends everything waits for it, or it sees the change.
 * @param passwordHash what their password was compared with, where it was one that proved who they are
 */
export async function stillStands(tx: Db, userId: string, passwordHash?: string): Promise<boolean> {
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.id, userId),
        isNull(users.disabledAt),
        isNull(users.deleteAfter),
        passwordHash === undefined ? undefined : eq(users.passwordHash, passwordHash),
      ),
    )
    .for('share');
  return found.length > 0;
}
