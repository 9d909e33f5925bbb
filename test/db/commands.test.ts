import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'portico-commands-'));
let database: Awaited<ReturnType<typeof testDatabase>>;
let sql: Sql;

beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true });
});

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command on the test's database, as `pnpm db:…` does. */
async function run(command: string, args: string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  const script = join(import.meta.dirname, '../../server/src/db/commands', `${command}.ts`);
  const options = {
    env: { DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env },
    cwd: tmpdir(),
  };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [script, ...args], options)) };
  } catch (error) {
    return error as Outcome;
  }
}

const countUsers = async () => {
  const [row] = await sql`select count(*)::int as users from users`;
  return row?.users;
};

describe('db:reset', () => {
  test('needs --force where the database is the operator’s own', async () => {
    expect(await run('reset')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('--force'),
    });
  });

  test('never runs in production', async () => {
    const secrets = { SESSION_SECRET: 's'.repeat(32), TOKEN_SECRET: 't'.repeat(32) };
    const outcome = await run('reset', ['--force'], { NODE_ENV: 'production', ...secrets });
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('production') });
  });

  test('with --force empties the database and fills it anew; db:seed then adds nothing', async () => {
    await sql`create table left_over (id int)`;
    expect(await run('reset', ['--force'])).toMatchObject({ code: 0, stderr: '' });
    const [found] = await sql`select to_regclass('left_over') as name`;
    expect(found).toEqual({ name: null });
    const users = await countUsers();
    expect(users).toBeGreaterThan(0);

    const again = await run('seed');
    expect(again.stdout).toBe('The database has accounts already: nothing was added.\n');
    expect(await countUsers()).toBe(users);
  });
});

test('db:migrate says what it did, and in a sentence why it could not', async () => {
  expect(await run('migrate')).toMatchObject({ code: 0, stdout: 'The schema is up to date.\n' });
  const away = await run('migrate', [], { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' });
  expect(away).toMatchObject({ code: 1, stderr: expect.stringMatching(/^The database does not answer: /) });
  expect(away.stderr).not.toContain('nothing');
});
