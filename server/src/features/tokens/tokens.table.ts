import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { bytea, moment } from '../../db/columns.ts';
import { users } from '../accounts/accounts.table.ts';

/** A sign-in of an app: the refresh tokens that follow one another from it. */
export const tokenFamilies = pgTable(
  'token_families',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    scopes: text('scopes').array().notNull(),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    authenticatedAt: moment('authenticated_at').notNull().defaultNow(),
    lastUsedAt: moment('last_used_at').notNull().defaultNow(),
    /** No refresh leads past it. */
    expiresAt: moment('expires_at').notNull(),
    /** Set when it was revoked: by its owner, or because a used token came again. */
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    index('token_families_user_idx').on(table.userId),
    index('token_families_expires_at_idx').on(table.expiresAt),
  ],
);

/** Refresh tokens: the id is the public half, the secret half is stored as a keyed hash. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    id: text('id').primaryKey(),
    familyId: uuid('family_id')
      .notNull()
      .references(() => tokenFamilies.id, { onDelete: 'cascade' }),
    secretHash: bytea('secret_hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    /** Set by the one refresh that it is good for. */
    usedAt: moment('used_at'),
  },
  (table) => [index('refresh_tokens_family_idx').on(table.familyId)],
);

/** Keys that sign access tokens: the newest signs, the others verify what they signed until it is over. */
export const signingKeys = pgTable('signing_keys', {
  /** `kid` in the head of a token. */
  id: text('id').primaryKey(),
  /** As it is published. @see https://www.rfc-editor.org/rfc/rfc8037 */
  publicJwk: jsonb('public_jwk').$type<Readonly<Record<string, unknown>>>().notNull(),
  /** The private key, encrypted under a key of the server. */
  sealedPrivateKey: bytea('sealed_private_key').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});
