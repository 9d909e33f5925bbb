/** Brings the schema up to date: committed SQL, once, whatever number of processes starts. */
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';

/** Any constant will do, as long as nothing else in the database locks it. */
const lock = 7_078_726_942;

const committed = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Applies what is missing, under an advisory lock: of several processes one works and the others wait. Opens a connection
 * of its own, because a migration may take longer than a query of the pool is allowed to.
 * @param folder of migrations, as drizzle-kit writes them
 */
export async function migrate(pool: Sql, folder = committed): Promise<void> {
  const { host, port, database, user, pass, ssl } = pool.options;
  const sql = postgres({
    host: host[0] ?? 'localhost',
    port: port[0] ?? 5432,
    database,
    username: user,
    password: pass ?? '',
    ssl,
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
  });
  try {
    await sql`select pg_advisory_lock(${lock})`;
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end();
  }
}
