import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../server/src/db/connect.ts';
import { transaction } from '../../server/src/db/transaction.ts';
import { notes, notesDatabase } from './notes.ts';

let database: Awaited<ReturnType<typeof notesDatabase>>;
let db: Db;

beforeAll(async () => {
  database = await notesDatabase();
  db = database.db;
});
beforeEach(() => database.sql`truncate notes`);
afterAll(() => database[Symbol.asyncDispose]());

const write = (on: Db, text: string) => on.insert(notes).values({ text });
const texts = async () => (await db.select().from(notes).orderBy(notes.id)).map((note) => note.text);

describe('a transaction', () => {
  test('commits what its work wrote and answers what its work answers', async () => {
    const answer = await transaction(db, async (tx) => {
      await write(tx, 'one');
      await write(tx, 'two');
      return 42;
    });
    expect(answer).toBe(42);
    expect(await texts()).toEqual(['one', 'two']);
  });

  test('that fails leaves nothing', async () => {
    const failing = transaction(db, async (tx) => {
      await write(tx, 'one');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await texts()).toEqual([]);
  });

  test('inside another is a savepoint: its failure undoes only its own work', async () => {
    await transaction(db, async (tx) => {
      await write(tx, 'outer');
      await expect(
        transaction(tx, async (inner) => {
          await write(inner, 'inner');
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await write(tx, 'after');
    });
    expect(await texts()).toEqual(['outer', 'after']);
  });
});

describe('work that loses a race', () => {
  /** Two that lock two rows in opposite order; PostgreSQL ends one of them. */
  const crossing = (first: number, second: number, met: () => Promise<void>, runs: { count: number }) =>
    transaction(db, async (tx) => {
      runs.count += 1;
      await tx.execute(sql`set local deadlock_timeout = '20ms'`);
      const increase = (id: number) =>
        tx
          .update(notes)
          .set({ count: sql`${notes.count} + 1` })
          .where(eq(notes.id, id));
      await increase(first);
      await met();
      await increase(second);
    });

  test('by a deadlock runs again, and both succeed', async () => {
    const [a, b] = await db
      .insert(notes)
      .values([{ text: 'a' }, { text: 'b' }])
      .returning();
    if (!a || !b) throw new Error('Two rows were written');
    const arrived = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const runs = { count: 0 };
    const meet = (own: 0 | 1) => async () => {
      arrived[own].resolve();
      await arrived[own === 0 ? 1 : 0].promise;
    };
    await Promise.all([crossing(a.id, b.id, meet(0), runs), crossing(b.id, a.id, meet(1), runs)]);
    // PostgreSQL ends one of the two, or each of them when both look at the same moment.
    expect(runs.count).toBeGreaterThan(2);
    const rows = await db.select({ count: notes.count }).from(notes);
    expect(rows).toEqual([{ count: 2 }, { count: 2 }]);
  });

  test('again and again is given up', async () => {
    let runs = 0;
    const failing = transaction(db, async (tx) => {
      runs += 1;
      await tx.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(failing).rejects.toMatchObject({ cause: { code: '40001' } });
    expect(runs).toBe(4);
  });

  test('inside another is left to the outermost one', async () => {
    let outer = 0;
    let inner = 0;
    await transaction(db, async (tx) => {
      outer += 1;
      await transaction(tx, async (savepoint) => {
        inner += 1;
        if (outer === 1)
          await savepoint.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
        await write(savepoint, 'done');
      });
    });
    expect([outer, inner]).toEqual([2, 2]);
    expect(await texts()).toEqual(['done']);
  });

  test('that fails for another reason does not run again', async () => {
    let runs = 0;
    const failing = transaction(db, async (tx) => {
      runs += 1;
      await tx.execute(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toMatchObject({ cause: { code: '22012' } });
    expect(runs).toBe(1);
  });
});
