/** A real PostgreSQL for the time of the bench: the same binaries that the server embeds. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { startEmbedded } from '../../server/src/db/embedded.ts';
import { migrate } from '../../server/src/db/migrate.ts';
import { createTable } from './subject/table.ts';

/** The server, and the database of the cases; disposing of it stops it and removes its files. */
export interface BenchDatabase extends AsyncDisposable {
  readonly url: string;
  readonly sql: Sql;
  /** Makes another database with the app's own schema; answers its address. */
  create(name: string): Promise<string>;
}

/** Has the app's own schema and the table of the cases. */
export async function startDatabase(): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portico-bench-database-'));
  const { url, stop } = await startEmbedded({ dataDir, durability: 'none' });
  await migrateOnce(url);
  const sql = postgres(url, { onnotice: () => {} });
  await createTable(sql);
  return {
    url,
    sql,
    async create(name) {
      await sql`create database ${sql(name)}`;
      const created = new URL(url);
      created.pathname = `/${name}`;
      await migrateOnce(created.href);
      return created.href;
    },
    async [Symbol.asyncDispose]() {
      await sql.end();
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** On a pool of its own: Drizzle changes how the driver of a pool reads dates. */
async function migrateOnce(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await migrate(sql);
  await sql.end();
}
