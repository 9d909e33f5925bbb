import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, moment } from '../../db/columns.ts';
import { users } from '../accounts/accounts.table.ts';

/** Accounts elsewhere by which a user signs in. An account is its issuer and subject, never an e-mail address. */
export const connections = pgTable(
  'connections',
  {
    /** `google`, `github`, `oidc`: the provider as it is configured. */
    provider: text('provider').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** How the account is called there, for its owner to recognise. */
    label: text('label').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('connections_user_idx').on(table.userId),
  ],
);

/** Sign-ins that have gone to a provider and are not back yet. */
export const connectionAttempts = pgTable(
  'connection_attempts',
  {
    /** Hash of the `state` that travels along. */
    stateHash: bytea('state_hash').primaryKey(),
    provider: text('provider').notNull(),
    /** Hash of the cookie that binds it to one browser. */
    browserHash: bytea('browser_hash').notNull(),
    /** PKCE verifier and nonce, encrypted under a key of the server. */
    sealed: bytea('sealed').notNull(),
    /** Whose account gets the connection; null when it is a sign-in. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** Path on this site to go on at. */
    returnTo: text('return_to').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('connection_attempts_expires_at_idx').on(table.expiresAt)],
);

/** Sign-ins that are back from a provider and wait for the second factor. The id is the public half of a ticket. */
export const connectionTickets = pgTable(
  'connection_tickets',
  {
    id: text('id').primaryKey(),
    secretHash: bytea('secret_hash').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    provider: text('provider').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('connection_tickets_expires_at_idx').on(table.expiresAt)],
);
