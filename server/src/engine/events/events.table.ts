/** What happened, kept for a day: processes are woken by notifications, and read here what they missed. */
import { sql } from 'drizzle-orm';
import { bigint, customType, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

export const events = pgTable(
  'events',
  {
    /** Orders the events of one transaction. */
    id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The transaction: ids alone are no order, because a lower one may be committed later. */
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    topic: text('topic').notNull(),
    name: text('name').notNull(),
    /** The id of what it happened to. */
    subject: text('subject').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [
    index('events_topic_idx').on(table.topic, table.xid, table.id),
    index('events_created_at_idx').on(table.createdAt),
  ],
);
