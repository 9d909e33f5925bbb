/** The second factor as ways in see it: declared here, where it is consumed; the factors feature keeps it. */
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';

/** What showed that somebody holds the second factor. */
export type FactorKind = 'totp' | 'recovery_code';

/** What an account asks for beside the first proof. */
export interface Factors {
  /** Whether the account asks for a code. */
  isRequired(db: PgDatabase<PostgresJsQueryResultHKT>, userId: string): Promise<boolean>;
  /**
   * Uses up a code: the authenticator's of this half minute, or a recovery code. Of two uses at once one succeeds.
   * @returns null when the code is wrong, too old or used
   */
  use(db: PgDatabase<PostgresJsQueryResultHKT>, userId: string, code: string): Promise<FactorKind | null>;
}
