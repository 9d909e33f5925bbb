/** Brings the schema up to date: committed SQL, once, whatever number of processes starts. */
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { installJobs } from '../engine/jobs/install.ts';

/** Any constant will do, as long as nothing else in the database locks it. */
const lock = 7_078_726_942;

const committed = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Applies what is missing, under an advisory lock: of several processes one works and the others wait. Opens a connection
 * of its own, because a migration may take longer than a query of the pool is allowed to.
 * @param folder of migrations, as drizzle-kit writes them
 */
export async function migrate(pool: Sql, folder = committed): Promise<void> {
  const sql = postgres({
    // The driver takes options that it has parsed before, as it does itself for LISTEN; its types do not say so.
    ...(pool.options as object),
    max: 1,
    connection: { application_name: 'portico migrations' },
    onnotice: () => {},
  });
  try {
    await sql`select pg_advisory_lock(${lock})`;
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
    await installJobs(sql);
  } finally {
    await sql.end();
  }
}
