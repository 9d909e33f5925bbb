import { bigint, index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { bytea, moment } from '../../db/columns.ts';
import { users } from '../accounts/accounts.table.ts';

/** The authenticator of a user; it counts from its first right code. */
export const totpFactors = pgTable('totp_factors', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Encrypted under a key of the server: the code has to be computed from it. */
  sealedSecret: bytea('sealed_secret').notNull(),
  /** Null until a first code has shown that the authenticator knows the secret. */
  confirmedAt: moment('confirmed_at'),
  /** The time step of the last code that was accepted: no code counts twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** Codes for the day the authenticator is lost; each counts once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: uuid('id').primaryKey().$defaultFn(uuidv7),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Keyed hash. */
    codeHash: bytea('code_hash').notNull(),
    usedAt: moment('used_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [index('recovery_codes_user_idx').on(table.userId)],
);
