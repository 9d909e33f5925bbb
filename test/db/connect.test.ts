import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../server/src/db/connect.ts';
import { testDatabase } from '../support/database.ts';
import { notes, notesDatabase } from './notes.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const settings = async (url: string) => {
  const { sql, close } = connect(url, { poolSize: 1 });
  const [row] = await sql`
    select current_setting('application_name') as name, current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`;
  await close();
  return row;
};

test('a query may take 30 seconds, a transaction may wait 60, and the server knows who asks', async () => {
  expect(await settings(database.url)).toEqual({ name: 'portico', statement: '30s', idle: '1min' });
});

test('settings in the address win', async () => {
  const url = `${database.url}?statement_timeout=5000`;
  expect(await settings(url)).toMatchObject({ statement: '5s', idle: '1min' });
});

test('notices of the server go to the log, at its least level', async () => {
  const lines: string[] = [];
  const write = (level: string) => (_fields: object, message: string) =>
    void lines.push(`${level} ${message}`);
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  const { sql, close } = connect(database.url, { poolSize: 1, log });
  await sql`drop table if exists nothing`;
  await close();
  expect(lines).toEqual(['debug the database says']);
});

test('a moment is a Date, to the millisecond, whatever the time zone of the server', async () => {
  await using own = await notesDatabase(1);
  await own.sql`set time zone 'Asia/Kathmandu'`;
  const writtenAt = new Date('2026-03-29T01:30:00.123Z');
  await own.db.insert(notes).values({ text: 'now', writtenAt });
  expect(await own.db.select({ writtenAt: notes.writtenAt }).from(notes)).toEqual([{ writtenAt }]);
});
