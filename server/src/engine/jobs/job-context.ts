/** What a feature's jobs work with: as procedures, without a call. */
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { AuditLog } from '../audit/audit.ts';
import type { Vault } from '../auth/vault.ts';
import type { Mailer } from '../mail/mail.ts';
import type { JobQueue } from './job-queue.ts';

export interface JobContext {
  readonly jobs: JobQueue;
  readonly db: PgDatabase<PostgresJsQueryResultHKT>;
  readonly mail: Mailer;
  readonly vault: Vault;
  readonly audit: AuditLog;
  /** The public origin of the site, for links. */
  readonly origin: string;
}
