import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../../server/src/db/connect.ts';
import { events as table } from '../../../server/src/engine/events/events.table.ts';
import { createEvents, type Events } from '../../../server/src/engine/events/events.ts';
import { publish } from '../../../server/src/engine/events/publish.ts';
import { type Event, sweepEvents } from '../../../server/src/engine/events/read-events.ts';
import { createCable } from '../../support/cable.ts';
import { testDatabase } from '../../support/database.ts';

const log = pino({ level: 'silent' });

let database: Awaited<ReturnType<typeof testDatabase>>;
/** Two processes on one database, as far as events can tell. */
let first: Database;
let second: Database;
let near: Events;
let far: Events;

beforeAll(async () => {
  database = await testDatabase();
  first = connect(database.url, { poolSize: 12 });
  second = connect(database.url, { poolSize: 5 });
  near = createEvents({ sql: first.sql, log });
  far = createEvents({ sql: second.sql, log });
});
afterAll(async () => {
  await Promise.all([near.close(), far.close()]);
  await Promise.all([first.close(), second.close()]);
  await database[Symbol.asyncDispose]();
});

let gone = new AbortController();
afterEach(() => {
  gone.abort();
  gone = new AbortController();
});

const tell = (topic: string, subject: string, db = first.db) =>
  publish(db, { topic, name: 'happened', subject });

/** Follows a topic, and takes so many events whenever it is asked. */
async function follower(events: Events, topic: string, after?: string) {
  const { start, events: source } = await events.follow(topic, { after, signal: gone.signal });
  const iterator = source[Symbol.asyncIterator]();
  return {
    start,
    async take(count: number): Promise<Event[]> {
      const taken: Event[] = [];
      while (taken.length < count) {
        const { value, done } = await iterator.next();
        if (done) break;
        taken.push(value);
      }
      return taken;
    },
  };
}

const subjects = (events: readonly Event[]) => events.map(({ subject }) => subject);

/** Whether a promise is still open after a moment. */
async function isPending(promise: Promise<unknown>, ms = 150): Promise<boolean> {
  return (await Promise.race([promise, sleep(ms, 'pending')])) === 'pending';
}

describe('what happens', () => {
  it('is told in every process, once it has been committed', async () => {
    const [here, there] = [await follower(near, 'committed'), await follower(far, 'committed')];
    const told = [here.take(1), there.take(1)] as const;
    await first.db.transaction(async (tx) => {
      await tell('committed', 'a', tx);
      expect(await isPending(told[1])).toBe(true);
    });
    expect(subjects(await told[0])).toEqual(['a']);
    expect(subjects(await told[1])).toEqual(['a']);
  });

  it('did not happen when its transaction is rolled back', async () => {
    const { take } = await follower(near, 'rolled back');
    await first.db
      .transaction(async (tx) => {
        await tell('rolled back', 'never', tx);
        throw new Error('no');
      })
      .catch(() => {});
    await tell('rolled back', 'a');
    expect(subjects(await take(1))).toEqual(['a']);
  });

  it('is told to those who follow its topic', async () => {
    const { take } = await follower(near, 'mine');
    await tell('theirs', 'x');
    await tell('mine', 'a');
    expect(subjects(await take(1))).toEqual(['a']);
  });

  it('waits for an older transaction, and is then told in one order to everybody', async () => {
    const [here, there] = [await follower(near, 'order'), await follower(far, 'order')];
    const told = [here.take(3), there.take(3)] as const;
    await first.db.transaction(async (tx) => {
      await tell('order', 'older', tx);
      await tell('order', 'younger', second.db);
      await tell('order', 'youngest', second.db);
      expect(await isPending(told[0])).toBe(true);
    });
    expect(subjects(await told[0])).toEqual(['older', 'younger', 'youngest']);
    expect(subjects(await told[1])).toEqual(['older', 'younger', 'youngest']);
  });

  it('is told although the transaction that held it back told nobody that it ended', async () => {
    const { take } = await follower(near, 'held');
    const told = take(1);
    await first.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_current_xact_id()`);
      await tell('held', 'a', second.db);
      expect(await isPending(told)).toBe(true);
    });
    expect(subjects(await told)).toEqual(['a']);
  });

  it('reaches everyone exactly once, in one order, whoever tells at the same time', async () => {
    const followers = await Promise.all([near, near, far, far].map((events) => follower(events, 'many')));
    const told = followers.map(({ take }) => take(200));
    await Promise.all(
      Array.from({ length: 8 }, async (_, teller) => {
        const { db } = teller % 2 ? first : second;
        for (let number = 0; number < 25; number += 5) {
          await db.transaction(async (tx) => {
            for (let part = 0; part < 5; part += 1) {
              await tell('many', `${teller}.${number + part}`, tx);
              await sleep(Math.random() * 3);
            }
          });
        }
      }),
    );
    const [one, ...others] = await Promise.all(told);
    expect(new Set(subjects(one ?? [])).size).toBe(200);
    for (const other of others) expect(other).toEqual(one);
    for (const { take } of followers) expect(await isPending(take(1), 50)).toBe(true);
  });
});

describe('going on', () => {
  it('after an event tells each later one, in another process as well', async () => {
    const { take, start } = await follower(near, 'resume');
    expect(start).toBeDefined();
    for (const subject of ['a', 'b', 'c', 'd']) await tell('resume', subject);
    const [, b] = await take(4);
    const again = await follower(far, 'resume', b?.position);
    expect(again.start).toBeUndefined();
    expect(subjects(await again.take(2))).toEqual(['c', 'd']);
  });

  it('after the start tells what happened since, although nothing had been told', async () => {
    const { start } = await follower(near, 'start');
    const same = await follower(far, 'start', start);
    expect(same.start).toBeUndefined();
    await tell('start', 'a');
    expect(subjects(await same.take(1))).toEqual(['a']);
    expect(subjects(await (await follower(far, 'start', start)).take(1))).toEqual(['a']);
  });

  it('more than one read holds is told whole', async () => {
    const { start } = await follower(near, 'backlog');
    await first.db
      .insert(table)
      .values(
        Array.from({ length: 1_203 }, (_, at) => ({ topic: 'backlog', name: 'n', subject: String(at) })),
      );
    const { take } = await follower(near, 'backlog', start);
    expect(subjects(await take(1_203))).toEqual(Array.from({ length: 1_203 }, (_, at) => String(at)));
  });

  it('starts anew after what is too old, or comes from another database', async () => {
    const day = 24 * 60 * 60 * 1000;
    expect((await follower(near, 'old', `1.1.${Date.now() - day}`)).start).toBeDefined();
    expect((await follower(near, 'old', `18446744073709551615.1.${Date.now()}`)).start).toBeDefined();
  });

  it.each(['', 'x', '1.2', '1.2.3.4', '-1.2.3', '18446744073709551616.1.1', '1.9223372036854775808.1'])(
    'an id that is not one of ours is refused: %j',
    async (after) => {
      await expect(near.follow('any', { after })).rejects.toMatchObject({ reason: 'invalid_input' });
    },
  );
});

describe('a connection that is lost', () => {
  it('loses nothing: what happened meanwhile is told when it is there again', async () => {
    await using cable = createCable();
    const remote = connect(await cable.url(database.url), { poolSize: 2 });
    const events = createEvents({ sql: remote.sql, log });
    const { take } = await follower(events, 'lost');
    const before = take(1);
    await tell('lost', 'a');
    expect(subjects(await before)).toEqual(['a']);
    const after = take(1);
    await cable.cut();
    await tell('lost', 'b');
    await sleep(1_500);
    await cable.mend();
    expect(subjects(await after)).toEqual(['b']);
    const live = take(1);
    await tell('lost', 'c');
    expect(subjects(await live)).toEqual(['c']);
    gone.abort();
    await events.close();
    await remote.close();
  });
});

describe('the table', () => {
  it('keeps a day', async () => {
    await tell('sweep', 'old');
    await tell('sweep', 'new');
    await first.db
      .update(table)
      .set({ createdAt: sql`now() - interval '25 hours'` })
      .where(eq(table.subject, 'old'));
    await sweepEvents(first.sql);
    const rows = await first.db.select().from(table).where(eq(table.topic, 'sweep'));
    expect(rows.map(({ subject }) => subject)).toEqual(['new']);
  });
});
