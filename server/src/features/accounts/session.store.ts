import { and, eq, lt, or } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { statement } from '../../db/statement.ts';
import { transaction } from '../../db/transaction.ts';
import type { Factors } from '../../engine/auth/factors.ts';
import { absoluteLifetime } from '../../engine/auth/lucia-adapter.ts';
import type { Opening, SessionStore, SessionUser, StoredSession } from '../../engine/auth/session-store.ts';
import { sessions } from './accounts.table.ts';
import { admittedUsers, stillStands } from './standing.service.ts';

type Found = { session: StoredSession; user: SessionUser };

/** Asked by every request that brings a token. An account that is shut or about to be deleted has no sessions. */
const findSession = statement<{ id: string }, Found[]>((db, { id }) => {
  const user = admittedUsers(db);
  return db
    .select({ session: sessions, user: { id: user.id, username: user.username, role: user.role } })
    .from(sessions)
    .innerJoin(user, eq(user.id, sessions.userId))
    .where(eq(sessions.id, id));
});

/** Characters; what is longer describes no browser. */
const longestUserAgent = 500;

/** Keeps sessions in the database. */
export function sessionStore(db: Db, factors: Factors): SessionStore {
  return {
    insert: (session, opening = {}) =>
      transaction(db, async (tx) => {
        if (!(await holds(tx, factors, session.userId, opening))) return false;
        const userAgent = session.userAgent.slice(0, longestUserAgent);
        await tx.insert(sessions).values({ ...session, userAgent });
        return true;
      }),
    async find(id) {
      const [found] = await findSession(db, { id });
      return found ?? null;
    },
    async extend(id, expiresAt) {
      await db
        .update(sessions)
        .set({ expiresAt })
        .where(and(eq(sessions.id, id), lt(sessions.expiresAt, expiresAt)));
    },
    async rehash(id, secretHash) {
      await db
        .update(sessions)
        .set({ secretHash: Buffer.from(secretHash) })
        .where(eq(sessions.id, id));
    },
    listByUser: (userId) => db.select().from(sessions).where(eq(sessions.userId, userId)),
    async touch(id, before) {
      await db
        .update(sessions)
        .set({ lastUsedAt: new Date() })
        .where(and(eq(sessions.id, id), lt(sessions.lastUsedAt, before)));
    },
    async remove(id) {
      await db.delete(sessions).where(eq(sessions.id, id));
    },
    async removeByUser(userId) {
      await db.delete(sessions).where(eq(sessions.userId, userId));
    },
    async removeExpired() {
      const now = new Date();
      const oldest = new Date(now.getTime() - absoluteLifetime);
      await db.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.createdAt, oldest)));
    },
  };
}

/** Whether a session may still be opened; ends the one whose place it takes. */
async function holds(
  tx: Db,
  factors: Factors,
  userId: string,
  { replaces, ...shown }: Opening,
): Promise<boolean> {
  if (!(await stillStands(tx, factors, userId, shown))) return false;
  if (replaces === undefined) return true;
  const ended = await tx.delete(sessions).where(eq(sessions.id, replaces)).returning({ id: sessions.id });
  return ended.length > 0;
}
