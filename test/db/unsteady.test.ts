import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../../server/src/db/connect.ts';
import { type Cable, createCable } from '../support/cable.ts';
import { testDatabase } from '../support/database.ts';

let own: Awaited<ReturnType<typeof testDatabase>>;
let cable: Cable;
let database: Database;

beforeAll(async () => {
  own = await testDatabase();
  cable = createCable();
  database = connect(await cable.url(own.url), { poolSize: 4 });
  await database.sql`create table notes (id int)`;
});
afterAll(async () => {
  await database.close();
  await cable[Symbol.asyncDispose]();
  await own[Symbol.asyncDispose]();
});

/** Ways to use a connection; each throws what the driver does, and answers whether it read what it asked for. */
const uses: Record<string, (sql: Sql) => Promise<boolean>> = {
  async 'a query'(sql) {
    const [row] = await sql`select 7 as seven, pg_current_xact_id_if_assigned() as xid`;
    return row?.seven === 7 && row.xid === null;
  },
  async 'a transaction'(sql) {
    return sql.begin(async (tx) => {
      await tx`insert into notes values (1)`;
      await sleep(Math.random() * 5);
      const rows = await Promise.all([tx`select 1 as n`, tx`select 2 as n`, tx`select ${3}::int as n`]);
      return rows.every(([row], index) => row?.n === index + 1);
    });
  },
  async 'a script on a reserved connection'(sql) {
    const connection = await sql.reserve();
    try {
      await connection.unsafe('begin; insert into notes values (2); commit');
      return true;
    } catch (error) {
      await connection`rollback`.catch(() => {});
      throw error;
    } finally {
      connection.release();
    }
  },
  async 'a channel'(sql) {
    const { unlisten } = await sql.listen(`channel ${Math.floor(Math.random() * 3)}`, () => {});
    await sleep(3);
    await unlisten();
    return true;
  },
};

/** Longer than the driver tries to connect. */
const longest = 8_000;

test('over a network that comes and goes, each use of a connection ends, in an answer or in an error', async () => {
  const fates: string[] = [];
  let isOver = false;
  const worker = async (index: number) => {
    const names = Object.keys(uses);
    for (let turn = index; !isOver; turn += 1) {
      const name = names[turn % names.length] ?? '';
      const used = uses[name]?.(database.sql).then(
        (isRight) => (isRight ? 'right' : `${name}: wrong`),
        () => 'failed',
      );
      const fate = await Promise.race([used, sleep(longest, `${name}: hangs`, { ref: false })]);
      fates.push(fate ?? '');
      if (fate === 'failed') await sleep(5);
    }
  };
  const workers = Array.from({ length: 13 }, (_, index) => worker(index));
  for (let cut = 0; cut < 40; cut += 1) {
    await sleep(Math.random() * 200);
    await cable.cut();
    await sleep(Math.random() * 50);
    await cable.mend();
  }
  isOver = true;
  await Promise.all(workers);
  expect([...new Set(fates)].toSorted()).toEqual(['failed', 'right']);
}, 60_000);

test('a reserved connection that was lost and serves others now is theirs when it is released', async () => {
  const { sql } = connect(await cable.url(own.url), { poolSize: 1 });
  const reserved = await sql.reserve();
  await cable.cut();
  await cable.mend();
  await expect(reserved`select 1`).rejects.toThrow();
  const isIn = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const theirs = sql.begin(async (tx) => {
    await tx`insert into notes values (3)`;
    isIn.resolve();
    await mayEnd.promise;
  });
  await isIn.promise;
  reserved.release();
  await expect(reserved`select 1`).rejects.toThrow();
  const outside = sql`select pg_current_xact_id_if_assigned() as xid`.then(([row]) => row?.xid);
  await sleep(50);
  mayEnd.resolve();
  await theirs;
  expect(await outside).toBeNull();
  await sql.end({ timeout: 5 });
});
