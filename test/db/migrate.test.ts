import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { connect, type Database } from '../../server/src/db/connect.ts';
import { migrate } from '../../server/src/db/migrate.ts';

/** A database with nothing in it: the template of the other tests is migrated. */
const name = `migrate_${process.pid}`;
const url = new URL(inject('databaseUrl'));
url.pathname = `/${name}`;
const cluster = postgres(inject('databaseUrl'), { max: 1, onnotice: () => {} });
const root = mkdtempSync(join(tmpdir(), 'portico-migrate-'));
let folder: string;
let database: Database;

beforeAll(() => cluster.unsafe(`create database ${name}`));
beforeEach(async () => {
  folder = mkdtempSync(join(root, 'migrations-'));
  database = connect(url.href, { poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await cluster.unsafe(`drop database ${name} with (force)`);
  await cluster.end();
  rmSync(root, { recursive: true });
});

/** Writes migrations as drizzle-kit does. */
function migrations(...texts: string[]): string {
  const entries = texts.map((_, idx) => ({
    idx,
    version: '7',
    when: 1000 + idx,
    tag: `000${idx}`,
    breakpoints: true,
  }));
  mkdirSync(join(folder, 'meta'), { recursive: true });
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  for (const [idx, text] of texts.entries()) writeFileSync(join(folder, `000${idx}.sql`), text);
  return folder;
}

const clean = () => database.sql`drop schema if exists drizzle cascade`;
const applied = async () => {
  const [row] = await database.sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
  return row?.applied;
};

test('each migration is applied once, whoever asks and how many at once', async () => {
  await clean();
  migrations('create table a (id int)', 'alter table a add column b int');
  const starts = Array.from({ length: 5 }, () => connect(url.href, { poolSize: 1 }));
  await Promise.all(starts.map(({ sql }) => migrate(sql, folder)));
  await migrate(database.sql, folder);
  expect(await applied()).toBe(2);
  await Promise.all(starts.map((start) => start.close()));
  await database.sql`drop table a`;
});

test('a migration that fails leaves the schema as it was, and the next start can try again', async () => {
  await clean();
  migrations('create table a (id int)', 'create table b (id int);--> statement-breakpoint\nselect 1 / 0');
  await expect(migrate(database.sql, folder)).rejects.toThrow();
  const [found] = await database.sql`select to_regclass('a') as a, to_regclass('b') as b`;
  expect(found).toEqual({ a: null, b: null });
  migrations('create table a (id int)', 'create table b (id int)');
  await migrate(database.sql, folder);
  expect(await applied()).toBe(2);
  await database.sql`drop table a, b`;
});

test('a migration may take longer than a query of the pool', async () => {
  await clean();
  migrations(`do $$ begin
    assert current_setting('statement_timeout') = '0', 'limited';
  end $$`);
  await migrate(database.sql, folder);
  const [setting] = await database.sql`select current_setting('statement_timeout') as limit`;
  expect(setting).toEqual({ limit: '30s' });
});

test('the committed migrations apply to an empty database', async () => {
  await clean();
  cpSync(join(import.meta.dirname, '../../server/migrations'), folder, { recursive: true });
  await migrate(database.sql, folder);
  await migrate(database.sql);
  expect(await applied()).toBeGreaterThan(0);
});

test('where the extension of the search is not to be had, everything else is made', async () => {
  const bare = `${name}_bare`;
  const address = new URL(url);
  address.pathname = `/${bare}`;
  cpSync(join(import.meta.dirname, '../../server/migrations'), folder, { recursive: true });
  const file = join(folder, '0004_lists.sql');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('EXTENSION IF NOT EXISTS pg_trgm');
  writeFileSync(
    file,
    text.replace('EXTENSION IF NOT EXISTS pg_trgm', 'EXTENSION IF NOT EXISTS not_to_be_had'),
  );
  await cluster.unsafe(`create database ${bare}`);
  const { sql, close } = connect(address.href, { poolSize: 1 });
  await migrate(sql, folder);
  const made = await sql`
    select indexname from pg_indexes where indexname in ('users_created_idx', 'users_search_idx', 'audit_events_event_idx')`;
  expect(made.map(({ indexname }) => indexname).toSorted()).toEqual([
    'audit_events_event_idx',
    'users_created_idx',
  ]);
  await close();
  await cluster.unsafe(`drop database ${bare} with (force)`);
});
