/**
 * Says that a process uses the cluster, by a connection that holds a shared advisory lock: it goes with the process
 * however that ends, and whoever gets the lock for itself alone is the last one.
 */
import postgres from 'postgres';
import { isUnavailable } from '../../engine/errors/unavailable.ts';
import { owner } from './cluster.ts';

/** A process's use of the cluster. */
export interface Lease {
  /** Resolves when the connection is gone: the server ended, or the lease did. */
  readonly lost: Promise<void>;
  /**
   * Ends the use. True when nobody else uses the cluster: then no new lease is given, and the caller must stop it.
   */
  leave(): Promise<boolean>;
  /** Closes the connection. */
  release(): Promise<void>;
}

const lock = 7_064_200;

/**
 * Takes a lease, and makes the server's database if it is not there.
 * @returns undefined when the server does not take connections, or is about to be stopped
 */
export async function takeLease(password: string, port: number): Promise<Lease | undefined> {
  const lost = Promise.withResolvers<void>();
  const sql = postgres({
    host: '127.0.0.1',
    port,
    username: owner,
    password,
    database: 'postgres',
    ssl: false,
    max: 1,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: 0,
    fetch_types: false,
    connection: { application_name: 'portico lease' },
    onnotice: () => {},
    onclose: () => lost.resolve(),
  });
  const release = () => sql.end({ timeout: 1 });
  try {
    const [answer] = await sql`select pg_try_advisory_lock_shared(${lock}) as taken`;
    if (!answer?.taken) {
      await release();
      return undefined;
    }
    await ensureDatabase(sql);
  } catch (error) {
    await release();
    if (isUnavailable(error)) return undefined;
    throw error;
  }
  const leave = async () => {
    try {
      await sql`select pg_advisory_unlock_shared(${lock})`;
      const [answer] = await sql`select pg_try_advisory_lock(${lock}) as taken`;
      return answer?.taken === true;
    } catch (error) {
      // Another process that left at the same time was the last, and has stopped the server.
      if (isUnavailable(error)) return false;
      throw error;
    }
  };
  return { lost: lost.promise, leave, release };
}

async function ensureDatabase(sql: postgres.Sql): Promise<void> {
  const found = await sql`select from pg_database where datname = ${owner}`;
  if (found.length > 0) return;
  try {
    await sql`create database ${sql(owner)}`;
  } catch (error) {
    // 42P04, 23505: another process made it first.
    if (!(error instanceof postgres.PostgresError && ['42P04', '23505'].includes(error.code))) throw error;
  }
}
