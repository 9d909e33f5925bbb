import { and, eq, gt, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Devices } from '../../engine/auth/devices.ts';
import { tokenFamilies } from './tokens.table.ts';

const { id, userId, address, userAgent, createdAt, lastUsedAt, expiresAt, revokedAt } = tokenFamilies;

/** The apps that are signed in. */
export const apps: Devices = {
  async list(db, ownerId) {
    const rows = await db
      .select({ id, address, userAgent, createdAt, lastUsedAt })
      .from(tokenFamilies)
      .where(isOpenOf(ownerId));
    return rows.map((row) => ({ ...row, kind: 'app' }));
  },
  async revoke(db, ownerId, familyId) {
    if (!isUuid(familyId)) return false;
    const revoked = await db
      .update(tokenFamilies)
      .set({ revokedAt: sql`now()` })
      .where(and(isOpenOf(ownerId), eq(id, familyId)))
      .returning({ id });
    return revoked.length > 0;
  },
  async revokeOthers(db, ownerId, keptId) {
    const kept = keptId !== null && isUuid(keptId) ? ne(id, keptId) : undefined;
    const revoked = await db
      .update(tokenFamilies)
      .set({ revokedAt: sql`now()` })
      .where(and(isOpenOf(ownerId), kept))
      .returning({ id });
    return revoked.length;
  },
};

function isOpenOf(ownerId: string): SQL | undefined {
  return and(eq(userId, ownerId), isNull(revokedAt), gt(expiresAt, sql`now()`));
}
