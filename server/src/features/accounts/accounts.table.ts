import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { bytea, moment } from '../../db/columns.ts';
import { files } from '../files/files.table.ts';

export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    username: text('username').notNull(),
    email: text('email').notNull(),
    /** Null when the user cannot sign in with a password. */
    passwordHash: text('password_hash'),
    /** Empty when none was chosen. */
    name: text('name').notNull().default(''),
    bio: text('bio').notNull().default(''),
    role: text('role', { enum: ['user', 'admin'] })
      .notNull()
      .default('user'),
    avatarId: uuid('avatar_id').references(() => files.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** Null while nobody has shown that the address is theirs. */
    emailVerifiedAt: moment('email_verified_at'),
    /** Set when an administrator has shut the account: it has no way in, and its sessions have ended. */
    disabledAt: moment('disabled_at'),
    /** Set when its owner has asked for deletion: from then on it is deleted for good. */
    deleteAfter: moment('delete_after'),
  },
  (table) => [
    uniqueIndex('users_username_key').on(sql`lower(${table.username})`),
    uniqueIndex('users_email_key').on(sql`lower(${table.email})`),
    index('users_created_idx').on(table.createdAt, table.id),
    index('users_admins_idx').on(table.createdAt, table.id).where(sql`${table.role} = 'admin'`),
    index('users_disabled_idx').on(table.createdAt, table.id).where(sql`${table.disabledAt} is not null`),
    /** For parts of a name or address; where the extension pg_trgm is missing, the migration goes on without it. */
    index('users_search_idx').using(
      'gin',
      table.username.op('gin_trgm_ops'),
      table.name.op('gin_trgm_ops'),
      table.email.op('gin_trgm_ops'),
    ),
    index('users_avatar_idx').on(table.avatarId).where(sql`${table.avatarId} is not null`),
    index('users_delete_after_idx').on(table.deleteAfter).where(sql`${table.deleteAfter} is not null`),
  ],
);

/** Sessions: the id is the public half of the token, the secret half is stored as a keyed hash. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    secretHash: bytea('secret_hash').notNull(),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    /** When its user last proved who they are, with everything that the account asks for. */
    authenticatedAt: moment('authenticated_at').notNull().defaultNow(),
    /** When it was last used, to a few minutes. */
    lastUsedAt: moment('last_used_at').notNull().defaultNow(),
  },
  (table) => [
    index('sessions_user_idx').on(table.userId),
    index('sessions_expires_at_idx').on(table.expiresAt),
  ],
);

/** What was sent by mail to be used once. The id is the public half, the secret half is stored as a keyed hash. */
export const mailedLinks = pgTable(
  'mailed_links',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose', {
      enum: ['verify_email', 'change_email', 'reset_password', 'magic_link'],
    }).notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Where it was sent; the new address when it changes the address. */
    email: text('email').notNull(),
    secretHash: bytea('secret_hash').notNull(),
    /** Failed attempts so far: brute force ends it. */
    attempts: integer('attempts').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [
    index('mailed_links_user_idx').on(table.userId, table.purpose),
    index('mailed_links_expires_at_idx').on(table.expiresAt),
  ],
);
