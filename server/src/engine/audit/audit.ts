/** The audit log as procedures see it: declared here, where it is consumed; the audit feature keeps it. */
import type { AuditEventName } from '@portico/shared/audit';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { RequestInfo } from '../http/exchange.ts';

/** Something that happened to an account. */
export interface AuditRecord {
  readonly event: AuditEventName;
  /** Whose account it is; null when nobody knows. */
  readonly userId: string | null;
  /** Who did it, where it was somebody else. */
  readonly actorId?: string;
  /** What else is known; nothing secret: no token, no password, no code. */
  readonly details?: Readonly<Record<string, string>>;
}

/** Writes what happened, for the user and for administrators, and into the server's log. */
export interface AuditLog {
  /** On a transaction it is written with what it tells of, or not at all. */
  record(
    db: PgDatabase<PostgresJsQueryResultHKT>,
    request: Pick<RequestInfo, 'address' | 'userAgent'> & Partial<Pick<RequestInfo, 'id'>>,
    entry: AuditRecord,
  ): Promise<void>;
  /** Whether somebody has signed in from an address of late: then a guesser elsewhere must not keep them out. */
  hasSignedInFrom(
    db: PgDatabase<PostgresJsQueryResultHKT>,
    userId: string,
    address: string,
  ): Promise<boolean>;
}
