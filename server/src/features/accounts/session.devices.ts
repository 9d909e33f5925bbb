import { and, eq, gt, ne, type SQL } from 'drizzle-orm';
import type { Devices } from '../../engine/auth/devices.ts';
import { absoluteLifetime } from '../../engine/auth/lucia-adapter.ts';
import { sessions } from './accounts.table.ts';
import { holdDoors } from './standing.service.ts';

/** The browsers that are signed in. */
export const browsers: Devices = {
  async list(db, userId) {
    const { id, address, userAgent, createdAt, lastUsedAt } = sessions;
    const rows = await db
      .select({ id, address, userAgent, createdAt, lastUsedAt })
      .from(sessions)
      .where(and(eq(sessions.userId, userId), isOpen()));
    return rows.map((row) => ({ ...row, kind: 'browser' }));
  },
  async revoke(db, userId, id) {
    const revoked = await db
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
      .returning({ id: sessions.id });
    return revoked.length > 0;
  },
  async revokeOthers(db, userId, keptId) {
    await holdDoors(db, userId);
    const revoked = await db
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), keptId === null ? undefined : ne(sessions.id, keptId)))
      .returning({ id: sessions.id });
    return revoked.length;
  },
};

/** Condition: the session's time is not over. */
function isOpen(): SQL | undefined {
  const now = new Date();
  const oldest = new Date(now.getTime() - absoluteLifetime);
  return and(gt(sessions.expiresAt, now), gt(sessions.createdAt, oldest));
}
