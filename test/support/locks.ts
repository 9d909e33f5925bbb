/** Forces an order on what happens at once: holds rows in the database, and sees who waits for them. */
import { type SQL, sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Db } from '../../server/src/db/connect.ts';

/** Rows that are held until they are let go, at the latest when it is disposed of. */
export interface Held extends AsyncDisposable {
  /** Resolves when so many connections wait for a lock. */
  waiting(count: number): Promise<void>;
  /** Commits what was done, so that those who wait go on. */
  release(): Promise<void>;
}

/**
 * Does something in a transaction that stays open. A row that others refer to is held `for no key update`, or everybody who
 * writes something of its user waits, too.
 * @example await using held = await holding(app.db, sql`select from users where username = 'ada' for no key update`);
 */
export async function holding(db: Db, work: SQL): Promise<Held> {
  const release = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const transaction = db.transaction(async (tx) => {
    await tx.execute(work);
    begun.resolve();
    await release.promise;
  });
  transaction.catch(begun.reject);
  await begun.promise;
  const letGo = () => {
    release.resolve();
    return transaction;
  };
  return {
    async waiting(count) {
      const waits = sql`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      await expect
        .poll(async () => (await db.execute<{ count: number }>(waits))[0]?.count, { timeout: 15_000 })
        .toBe(count);
    },
    release: letGo,
    [Symbol.asyncDispose]: letGo,
  };
}
