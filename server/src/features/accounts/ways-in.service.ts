import { eq } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { users } from './accounts.table.ts';

/**
 * Whether a user can sign in without an account elsewhere: by a password, or by a link to an address that is theirs. Their row is
 * locked until the transaction ends.
 */
export async function waysInBeside(tx: Db, userId: string): Promise<boolean> {
  const [user] = await tx
    .select({ passwordHash: users.passwordHash, emailVerifiedAt: users.emailVerifiedAt })
    .from(users)
    .where(eq(users.id, userId))
    .for('update');
  return user !== undefined && (user.passwordHash !== null || user.emailVerifiedAt !== null);
}
