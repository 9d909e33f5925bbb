import { sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What idempotent calls answered, to be replayed when one comes again. */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    /** Hash of the caller, the operation and the key. */
    id: text('id').primaryKey(),
    /** Hash of the input. */
    fingerprint: text('fingerprint').notNull(),
    /** The output as superjson writes it; text, because jsonb does not keep what it is given. */
    answer: text('answer').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true, precision: 3 })
      .notNull()
      .default(sql`now() + interval '24 hours'`),
  },
  (table) => [index('idempotent_answers_expires_at_idx').on(table.expiresAt)],
);
