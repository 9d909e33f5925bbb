/** Opens the connection pool: postgres.js below, Drizzle above. */
import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { cancellable } from './cancel.ts';
import type { Log } from './log.ts';

/** The pool, or a transaction on it: what services take first. */
export type Db = PgDatabase<PostgresJsQueryResultHKT>;

/** A pool of connections. */
export interface Database {
  /** The driver, for what Drizzle does not say. */
  readonly sql: Sql;
  readonly db: Db;
  /** Waits for running queries, five seconds at most. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Most connections at once. */
  readonly poolSize: number;
  readonly log?: Log;
}

/** Seconds between attempts to reach a database that is away: short, so that it is found again at once. */
const backoff = (): number => 0.05;

/** Connects lazily: a database that is away shows at the first query. */
export function connect(url: string, { poolSize, log }: ConnectOptions): Database {
  const sql = postgres(url, {
    max: poolSize,
    connect_timeout: 5,
    backoff,
    onnotice: (notice) => log?.debug({ notice }, 'the database says'),
    connection: {
      application_name: 'portico',
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
  return { sql, db: drizzle(cancellable(sql)), close: () => sql.end({ timeout: 5 }) };
}
