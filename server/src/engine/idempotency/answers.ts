/** Keeps the answers of idempotent calls in the database, beside the effects that they tell of. */
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Context } from '../procedure/context.ts';
import { idempotentAnswers } from './idempotency.table.ts';
import type { CallIdentity } from './identity.ts';

type Db = Context['db'];

/** What a call answered, and to which input. */
export interface StoredAnswer {
  readonly fingerprint: string;
  readonly answer: string;
}

/**
 * Takes the call for this transaction.
 * @returns false while another transaction, of whatever process, has it
 */
export async function takeCall(tx: Db, { lock }: CallIdentity): Promise<boolean> {
  const [row] = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${String(lock)}::bigint) as taken`,
  );
  return row?.taken === true;
}

/** What the call answered before. Only after {@link takeCall}, in a statement of its own, is none sure to be none. */
export async function findAnswer(tx: Db, { id }: CallIdentity): Promise<StoredAnswer | undefined> {
  const [found] = await tx
    .select({ fingerprint: idempotentAnswers.fingerprint, answer: idempotentAnswers.answer })
    .from(idempotentAnswers)
    .where(and(eq(idempotentAnswers.id, id), gt(idempotentAnswers.expiresAt, sql`now()`)));
  return found;
}

/** Stores an answer for 24 hours; one that has expired makes room. */
export async function storeAnswer(tx: Db, { id }: CallIdentity, stored: StoredAnswer): Promise<void> {
  await tx
    .insert(idempotentAnswers)
    .values({ id, ...stored })
    .onConflictDoUpdate({
      target: idempotentAnswers.id,
      set: { ...stored, expiresAt: sql`excluded.expires_at` },
    });
}

/** Removes what has expired. */
export async function sweepAnswers(db: Db): Promise<void> {
  await db.delete(idempotentAnswers).where(lte(idempotentAnswers.expiresAt, sql`now()`));
}
