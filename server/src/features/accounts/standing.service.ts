import { and, isNull } from 'drizzle-orm';
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
