import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import type { Factors } from '../../engine/auth/factors.ts';
import type { Shown } from '../../engine/auth/session-store.ts';
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
 * Whether a user may still come in by what they have shown, read where something is opened for them. Their row is locked until
 * that is committed, so that a change of the password or the factor which ends everything waits for it, or it sees the change.
 */
export async function stillStands(
  tx: Db,
  factors: Factors,
  userId: string,
  { passwordHash, withCode }: Shown,
): Promise<boolean> {
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.id, userId),
        isNull(users.disabledAt),
        isNull(users.deleteAfter),
        typeof passwordHash === 'string' ? eq(users.passwordHash, passwordHash) : undefined,
      ),
    )
    .for('share');
  return found.length > 0 && (withCode === true || !(await factors.isRequired(tx, userId)));
}

/**
 * Waits for whoever is opening something for a user, and lets nobody open anything before the transaction ends: what is ended
 * from now on is all there is.
 */
export async function holdDoors(tx: Db, userId: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
}
