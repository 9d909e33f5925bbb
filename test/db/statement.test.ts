import { asc, eq, gt, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../server/src/db/connect.ts';
import { type Given, statement } from '../../server/src/db/statement.ts';
import { transaction } from '../../server/src/db/transaction.ts';
import { variants } from '../../server/src/db/variants.ts';
import { notes, notesDatabase } from './notes.ts';

let database: Awaited<ReturnType<typeof notesDatabase>>;
let db: Db;
let built = 0;

beforeAll(async () => {
  database = await notesDatabase(1);
  db = database.db;
});
beforeEach(() => database.sql`truncate notes`);
afterAll(() => database[Symbol.asyncDispose]());

const byText = statement((on, { text }: Given<{ text: string }>) => {
  built += 1;
  return on.select({ id: notes.id, text: notes.text }).from(notes).where(eq(notes.text, text));
});

test('a statement is built once for the pool and prepared once on a connection', async () => {
  await db.insert(notes).values([{ text: 'a' }, { text: 'b' }]);
  built = 0;
  expect(await byText(db, { text: 'a' })).toMatchObject([{ text: 'a' }]);
  expect(await byText(db, { text: 'b' })).toMatchObject([{ text: 'b' }]);
  expect(await byText(db, { text: 'c' })).toEqual([]);
  expect(built).toBe(1);
  const prepared = await database.sql`
    select (generic_plans + custom_plans)::int as runs
    from pg_prepared_statements
    where statement ^@ 'select "id", "text" from "notes"'`;
  expect(prepared).toEqual([{ runs: 3 }]);
});

test('inside a transaction it sees the transaction’s own rows, and outside nobody does', async () => {
  await expect(
    transaction(db, async (tx) => {
      await tx.insert(notes).values({ text: 'mine' });
      expect(await byText(tx, { text: 'mine' })).toMatchObject([{ text: 'mine' }]);
      throw new Error('roll back');
    }),
  ).rejects.toThrow('roll back');
  expect(await byText(db, { text: 'mine' })).toEqual([]);
});

test('a date fills a placeholder', async () => {
  const at = new Date('2026-01-02T03:04:05.678Z');
  await db.insert(notes).values([{ text: 'then', writtenAt: at }, { text: 'now' }]);
  const before = statement((on, { limit }: Given<{ limit: Date }>) =>
    on.select({ text: notes.text, writtenAt: notes.writtenAt }).from(notes).where(lt(notes.writtenAt, limit)),
  );
  expect(await before(db, { limit: new Date('2026-02-01T00:00:00Z') })).toEqual([
    { text: 'then', writtenAt: at },
  ]);
});

test('a value cannot become part of the query', async () => {
  await db.insert(notes).values({ text: 'a' });
  expect(await byText(db, { text: "' or '1'='1" })).toEqual([]);
});

test('a variant has the filters of the values that are given', async () => {
  await db.insert(notes).values([
    { text: 'a', count: 1 },
    { text: 'b', count: 2 },
    { text: 'b', count: 3 },
  ]);
  const list = variants<{ text: string; above: number }, { count: number }[]>((on, { text, above }) =>
    on
      .select({ count: notes.count })
      .from(notes)
      .where(
        text !== undefined ? eq(notes.text, text) : above !== undefined ? gt(notes.count, above) : undefined,
      )
      .orderBy(asc(notes.count)),
  );
  expect(await list(db, {})).toEqual([{ count: 1 }, { count: 2 }, { count: 3 }]);
  expect(await list(db, { text: 'b' })).toEqual([{ count: 2 }, { count: 3 }]);
  expect(await list(db, { text: undefined, above: 2 })).toEqual([{ count: 3 }]);
});

test('its rows are those that Drizzle itself makes: flat, computed, joined, with nothing on the other side', async () => {
  await db.insert(notes).values([{ text: 'a', writtenAt: new Date(0) }, { text: 'b' }]);
  const other = alias(notes, 'other');
  const computed = {
    loud: sql<string>`upper(${notes.text})`.as('loud'),
    size: sql`length(${notes.text})`.mapWith(String),
    nothing: sql<null>`null`,
  };
  const joined = { text: notes.text, other: { text: other.text, at: other.writtenAt } };
  const both = {
    pair: { own: notes.text, other: other.text },
    length: { of: sql<number>`length(${other.text})` },
  };
  const mixed = {
    other: { length: sql`length(${other.text})`.mapWith(String), text: other.text },
    text: notes.text,
  };
  const order = asc(notes.text);
  const isLater = gt(other.text, notes.text);
  const isOneLonger = eq(other.text, sql`${notes.text} || 'b'`);
  await expectSameRows((on) => on.select().from(notes).orderBy(order));
  await expectSameRows((on) => on.select(computed).from(notes).orderBy(order));
  for (const fields of [joined, both, mixed]) {
    await expectSameRows((on) => on.select(fields).from(notes).leftJoin(other, isLater).orderBy(order));
    await expectSameRows((on) => on.select(fields).from(other).rightJoin(notes, isLater).orderBy(order));
    await expectSameRows((on) =>
      on.select(fields).from(notes).innerJoin(other, sql`true`).orderBy(order).limit(2),
    );
    await expectSameRows((on) =>
      on.select(fields).from(notes).fullJoin(other, isOneLonger).orderBy(order).limit(2),
    );
  }
  await expectSameRows((on) => on.select().from(notes).leftJoin(other, isLater).orderBy(order));
});

type Build<Rows> = (on: Db) => PromiseLike<Rows> & ReturnType<Parameters<typeof statement<object, Rows>>[0]>;

async function expectSameRows<Row>(build: Build<Row[]>): Promise<void> {
  const rows = await build(db);
  expect(rows).toHaveLength(2);
  expect(await statement(build)(db, {})).toStrictEqual(rows);
}
