/** Runs work in a transaction. */
import { is } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Db } from './connect.ts';
import { isRetryable } from './failures.ts';

/** How often work runs that keeps losing against concurrent transactions. */
const attempts = 4;

/**
 * Commits when `work` resolves, rolls back when it rejects. Inside a transaction it is a savepoint; outside, work that
 * deadlocks or cannot be serialized runs again, so it must have no effect but on `tx`.
 */
export async function transaction<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (is(db, PgTransaction) || attempt === attempts || !isRetryable(error)) throw error;
    }
  }
}
