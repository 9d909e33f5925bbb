/** Where somebody is signed in: browsers by their sessions, apps by the tokens they were given. */
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';

type Db = PgDatabase<PostgresJsQueryResultHKT>;

/** A device that is signed in. */
export interface SignedInDevice {
  /** The `sessionId` that its calls have as callers. */
  readonly id: string;
  readonly kind: 'browser' | 'app';
  readonly address: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** Lists and ends what keeps devices signed in; on a transaction it happens with the rest, or not at all. */
export interface Devices {
  /** The user's devices that are signed in now. */
  list(db: Db, userId: string): Promise<readonly SignedInDevice[]>;
  /** Ends one; false when the user has no such device. */
  revoke(db: Db, userId: string, id: string): Promise<boolean>;
  /** Ends all but one, or all, and tells how many; on a transaction also what is being opened at the moment. */
  revokeOthers(db: Db, userId: string, keptId: string | null): Promise<number>;
}

/** Several sources of devices as one: each feature that signs devices in keeps its own. */
export function allDevices(sources: readonly Devices[]): Devices {
  return {
    async list(db, userId) {
      const found = await Promise.all(sources.map((source) => source.list(db, userId)));
      return found.flat().toSorted((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime());
    },
    async revoke(db, userId, id) {
      for (const source of sources) if (await source.revoke(db, userId, id)) return true;
      return false;
    },
    async revokeOthers(db, userId, keptId) {
      let count = 0;
      for (const source of sources) count += await source.revokeOthers(db, userId, keptId);
      return count;
    },
  };
}
