import type { AuditEventName } from '@portico/shared/audit';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { moment } from '../../db/columns.ts';
import { users } from '../accounts/accounts.table.ts';

/** What happened to accounts: every authentication event, and what administrators did. Rows are never changed. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    at: moment('at').notNull().defaultNow(),
    event: text('event').$type<AuditEventName>().notNull(),
    /** To whose account it happened; null when the account is unknown or gone. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    /** Who did it, where it was somebody else. */
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
    /** What else is known; nothing secret. */
    details: jsonb('details').$type<Readonly<Record<string, string>>>().notNull().default({}),
  },
  (table) => [
    index('audit_events_user_idx').on(table.userId, table.at, table.id),
    index('audit_events_actor_idx').on(table.actorId),
    index('audit_events_at_idx').on(table.at, table.id),
    index('audit_events_event_idx').on(table.event, table.at, table.id),
  ],
);
