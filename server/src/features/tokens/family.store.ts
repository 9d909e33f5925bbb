import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { statement } from '../../db/statement.ts';
import type { FamilyStore, StoredFamily } from '../../engine/auth/family-store.ts';
import type { SessionUser } from '../../engine/auth/session-store.ts';
import { admittedUsers } from '../accounts/standing.service.ts';
import { tokenFamilies } from './tokens.table.ts';

type Found = { family: StoredFamily; user: SessionUser };

const { id, scopes, authenticatedAt } = tokenFamilies;

/** Asked by every request that brings an access token. */
const findFamily = statement<{ id: string }, Found[]>((db, given) => {
  const user = admittedUsers(db);
  return db
    .select({
      family: { scopes, authenticatedAt },
      user: { id: user.id, username: user.username, role: user.role },
    })
    .from(tokenFamilies)
    .innerJoin(user, eq(user.id, tokenFamilies.userId))
    .where(
      and(
        eq(tokenFamilies.id, given.id),
        isNull(tokenFamilies.revokedAt),
        gt(tokenFamilies.expiresAt, sql`now()`),
      ),
    );
});

/** Keeps token families in the database. */
export function familyStore(db: Db): FamilyStore {
  const revoke = { revokedAt: sql`coalesce(${tokenFamilies.revokedAt}, now())` };
  return {
    async find(familyId) {
      const [found] = await findFamily(db, { id: familyId });
      return found ?? null;
    },
    async renewAuthentication(familyId) {
      const renewed = await db
        .update(tokenFamilies)
        .set({ authenticatedAt: sql`now()` })
        .where(and(eq(id, familyId), isNull(tokenFamilies.revokedAt)))
        .returning({ id });
      return renewed.length > 0;
    },
    async revoke(familyId) {
      await db.update(tokenFamilies).set(revoke).where(eq(id, familyId));
    },
    async revokeByUser(userId) {
      await db.update(tokenFamilies).set(revoke).where(eq(tokenFamilies.userId, userId));
    },
  };
}
