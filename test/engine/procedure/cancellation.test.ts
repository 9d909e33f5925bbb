import { sql } from 'drizzle-orm';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { doorNames } from '../../contract/doors.ts';
import { type TestApp, testApp } from '../../support/app.ts';

/** Sleeps in the database; the label tells its query from the others'. */
const sleep = (seconds: number, label: string) =>
  sql`select pg_sleep(${sql.raw(String(seconds))}), ${sql.raw(`'${label}'`)} as label`;

const Label = z.object({ label: z.string() });

const slow = router({
  read: publicProcedure
    .meta({ rest: 'GET /read' })
    .input(Label)
    .output(z.void())
    .query(async ({ ctx, input }) => void (await ctx.db.execute(sleep(20, input.label)))),
  late: publicProcedure
    .meta({ rest: 'GET /late', timeoutMs: 200 })
    .input(Label)
    .output(z.void())
    .query(async ({ ctx, input }) => void (await ctx.db.execute(sleep(20, input.label)))),
  twice: publicProcedure
    .meta({ rest: 'GET /twice', timeoutMs: 200 })
    .input(Label)
    .output(z.void())
    .query(async ({ ctx, input }) => {
      await ctx.db.execute(sleep(20, input.label)).catch(() => {});
      await ctx.db.execute(sleep(20, input.label));
    }),
  write: publicProcedure
    .meta({ rest: 'POST /write' })
    .input(Label)
    .output(z.void())
    .mutation(({ ctx, input }) =>
      ctx.db.transaction(async (tx) => {
        await tx.execute(sleep(0.7, input.label));
        await tx.execute(sql`insert into written values (${input.label})`);
      }),
    ),
  limited: publicProcedure
    .meta({ rest: 'GET /limited' })
    .output(z.void())
    .query(({ ctx }) =>
      ctx.db.transaction(async (tx) => {
        await tx.execute(sql`set local statement_timeout = 100`);
        await tx.execute(sleep(20, 'limited'));
      }),
    ),
});

/** Connections of the server under test. */
const poolSize = 5;

let app: TestApp;
let origin: string;
let watcher: Sql;
beforeAll(async () => {
  app = await testApp({}, undefined, slow);
  watcher = postgres(app.config.databaseUrl ?? '', { max: 1 });
  origin = await app.listen();
  await app.db.execute(sql`create table written (label text)`);
});
afterAll(async () => {
  await watcher.end();
  await app[Symbol.asyncDispose]();
});

/** How many queries whose label begins so the server works at. */
async function running(label: string): Promise<number> {
  const [row] = await watcher`
    select count(*)::int as count from pg_stat_activity
    where state = 'active' and pid <> pg_backend_pid() and query like ${`%pg_sleep%'${label}%`}`;
  return Number(row?.count);
}

function address(door: 'rpc' | 'rest', id: string, label: string): string {
  const input = encodeURIComponent(JSON.stringify({ json: { label } }));
  return door === 'rest' ? `${origin}/api/${id}?label=${label}` : `${origin}/rpc/${id}?input=${input}`;
}

describe.each(doorNames)('through %s', (door) => {
  test('the query of a client that goes away is cancelled', async () => {
    const label = `gone-${door}`;
    const client = new AbortController();
    const answer = fetch(address(door, 'read', label), { signal: client.signal }).catch(() => 'gone');
    await expect.poll(() => running(label)).toBe(1);
    client.abort();
    expect(await answer).toBe('gone');
    await expect.poll(() => running(label), { timeout: 3_000 }).toBe(0);
  });

  test('a call that takes too long is answered, and its query cancelled', async () => {
    const label = `late-${door}`;
    const response = await fetch(address(door, 'late', label));
    expect(response.status).toBe(504);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.text()).toContain('"timeout"');
    await expect.poll(() => running(label), { timeout: 3_000 }).toBe(0);
  });

  test('a call that is over begins no other query', async () => {
    const label = `twice-${door}`;
    expect((await fetch(address(door, 'twice', label))).status).toBe(504);
    await expect.poll(() => running(label), { timeout: 3_000 }).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await running(label)).toBe(0);
  });
});

test('a transaction comes to its end although the client went away', async () => {
  const client = new AbortController();
  const answer = fetch(`${origin}/api/write`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"label":"kept"}',
    signal: client.signal,
  }).catch(() => 'gone');
  await expect.poll(() => running('kept')).toBe(1);
  client.abort();
  expect(await answer).toBe('gone');
  const written = () => app.db.execute(sql`select label from written`);
  await expect.poll(async () => [...(await written())], { timeout: 3_000 }).toEqual([{ label: 'kept' }]);
});

test('a query that the database itself ends is a timeout, not a bug', async () => {
  const response = await fetch(`${origin}/api/limited`);
  expect(response.status).toBe(504);
  expect(await response.json()).toMatchObject({ code: 'timeout' });
});

test('whoever waits behind a cancelled query gets their own rows, and no connection is lost', async () => {
  const client = new AbortController();
  const crowd = Array.from({ length: 12 }, (_, index) =>
    fetch(address('rest', 'read', `crowd-${index}`), { signal: client.signal }).catch(() => 'gone'),
  );
  await expect.poll(() => running('crowd')).toBe(poolSize);
  const others = Array.from({ length: 40 }, async (_, index) => {
    const [row] = await app.db.execute(sql`select ${index}::int as mine`);
    return row?.mine;
  });
  client.abort();
  expect(await Promise.all(crowd)).toEqual(crowd.map(() => 'gone'));
  expect(await Promise.all(others)).toEqual(others.map((_, index) => index));
  const again = Array.from({ length: poolSize }, async () => app.db.execute(sleep(0.5, 'again')));
  await expect.poll(() => running('again'), { timeout: 3_000 }).toBe(poolSize);
  await Promise.all(again);
});

test('nothing of this was taken for a bug', () => {
  expect(app.logged.filter((line) => line.includes('a call broke'))).toEqual([]);
});
