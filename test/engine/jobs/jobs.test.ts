import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { migrate } from '../../../server/src/db/migrate.ts';
import { createJobs, type JobQueue } from '../../../server/src/engine/jobs/job-queue.ts';
import { Hopeless, jobKind } from '../../../server/src/engine/jobs/jobs.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services[Symbol.asyncDispose]());

let serial = 0;

/** A kind of its own, so that no test takes another's jobs. */
const aKind = (retries = 3) =>
  jobKind({ name: `test.${++serial}`, payload: z.object({ n: z.number() }), retries, retrySeconds: 1 });

/** What the queues themselves complained of. */
const complaints: unknown[] = [];
const log = pino(
  { level: 'warn' },
  { write: (line: string) => void (line.includes('"msg":"jobs wait"') && complaints.push(line)) },
);
afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

/** A queue that ends with the test. */
async function running(...begin: ((jobs: JobQueue) => void)[]) {
  const jobs = createJobs({ sql: services.sql, log });
  for (const step of begin) step(jobs);
  await jobs.start();
  return Object.assign(jobs, { [Symbol.asyncDispose]: () => jobs.stop() });
}

const soon = { timeout: 3_000, interval: 10 };
const later = { timeout: 20_000, interval: 50 };

test('a job that was enqueued on a transaction runs once it has committed, within a moment', async () => {
  const kind = aKind();
  const seen: number[] = [];
  await using jobs = await running((jobs) => jobs.handle(kind, async ({ n }) => void seen.push(n)));
  await services.db.transaction(async (tx) => {
    await jobs.enqueue(tx, kind, { n: 1 });
    await sleep(200);
    expect(seen).toEqual([]);
  });
  await vi.waitFor(() => expect(seen).toEqual([1]), soon);
});

test('a job of a transaction that is rolled back never was', async () => {
  const kind = aKind();
  const seen: number[] = [];
  await using jobs = await running((jobs) => jobs.handle(kind, async ({ n }) => void seen.push(n)));
  const undone = services.db.transaction(async (tx) => {
    await jobs.enqueue(tx, kind, { n: 1 });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await jobs.enqueue(services.db, kind, { n: 2 });
  await vi.waitFor(() => expect(seen).toEqual([2]), soon);
});

test('any process runs what another enqueued, each job once', async () => {
  const kind = aKind();
  const seen: string[] = [];
  const as = (name: string) => (jobs: JobQueue) =>
    jobs.handle(kind, async ({ n }) => {
      seen.push(`${name}${n}`);
      await sleep(5);
    });
  await using first = await running(as('a'));
  await using _second = await running(as('b'));
  const numbers = Array.from({ length: 60 }, (_, n) => n);
  await Promise.all(numbers.map((n) => first.enqueue(services.db, kind, { n })));
  await vi.waitFor(() => expect(seen).toHaveLength(60), later);
  await sleep(100);
  expect(seen.map((run) => Number(run.slice(1))).toSorted((a, b) => a - b)).toEqual(numbers);
});

test('a process runs a bounded number of jobs at once', async () => {
  const kind = aKind();
  let active = 0;
  let most = 0;
  let done = 0;
  await using jobs = await running((jobs) =>
    jobs.handle(kind, async () => {
      active += 1;
      most = Math.max(most, active);
      await sleep(20);
      active -= 1;
      done += 1;
    }),
  );
  await services.db.transaction(async (tx) => {
    for (let n = 0; n < 50; n += 1) await jobs.enqueue(tx, kind, { n });
  });
  await vi.waitFor(() => expect(done).toBe(50), later);
  expect(most).toBeLessThanOrEqual(10);
  expect(most).toBeGreaterThan(1);
});

test('what is done stays done where another that was taken with it takes too long', async () => {
  const kind = { ...aKind(1), timeoutSeconds: 1 };
  const seen: number[] = [];
  await using jobs = await running((jobs) =>
    jobs.handle(kind, async ({ n }, { signal }) => {
      seen.push(n);
      if (n === 0) await once(signal, 'abort');
    }),
  );
  await services.db.transaction(async (tx) => {
    for (let n = 0; n < 5; n += 1) await jobs.enqueue(tx, kind, { n });
  });
  await vi.waitFor(() => expect(seen.filter((n) => n === 0)).toHaveLength(2), later);
  expect(seen.toSorted()).toEqual([0, 0, 1, 2, 3, 4]);
});

test('a run that fails is tried again, later each time; one that is hopeless is not', async () => {
  const [kind, lost] = [aKind(), aKind()];
  const times: number[] = [];
  let hopeless = 0;
  await using jobs = await running(
    (jobs) =>
      jobs.handle(kind, async () => {
        times.push(performance.now());
        if (times.length < 3) throw new Error('not yet');
      }),
    (jobs) =>
      jobs.handle(lost, async () => {
        hopeless += 1;
        throw new Hopeless('never');
      }),
  );
  await jobs.enqueue(services.db, kind, { n: 1 });
  await jobs.enqueue(services.db, lost, { n: 1 });
  await vi.waitFor(() => expect(times).toHaveLength(3), later);
  expect(Number(times[1]) - Number(times[0])).toBeGreaterThan(400);
  expect(hopeless).toBe(1);
}, 30_000);

test('a job that fails to the last is given up, and one that failed delays no other', async () => {
  const kind = aKind(1);
  const seen: number[] = [];
  await using jobs = await running((jobs) =>
    jobs.handle(kind, async ({ n }) => {
      seen.push(n);
      if (n === 1) throw new Error('never');
    }),
  );
  await jobs.enqueue(services.db, kind, { n: 1 });
  await jobs.enqueue(services.db, kind, { n: 2 });
  await vi.waitFor(() => expect(seen.toSorted()).toEqual([1, 1, 2]), later);
  const state = async () => {
    const rows = await services.sql`select state from jobs.job where name = ${kind.name} order by state`;
    return rows.map((row) => String(row.state));
  };
  await vi.waitFor(async () => expect(await state()).toEqual(['completed', 'failed']), later);
}, 30_000);

test('a job whose transaction commits when nobody works waits for the next process', async () => {
  const kind = aKind();
  const seen: number[] = [];
  const before = await running((jobs) => jobs.handle(kind, async () => {}));
  await services.db.transaction(async (tx) => {
    await before.enqueue(tx, kind, { n: 7 });
    await before.stop();
  });
  await using _jobs = await running((jobs) => jobs.handle(kind, async ({ n }) => void seen.push(n)));
  await vi.waitFor(() => expect(seen).toEqual([7]), soon);
});

test('the end waits for what runs', async () => {
  const kind = aKind();
  const seen: string[] = [];
  const jobs = await running((jobs) =>
    jobs.handle(kind, async () => {
      seen.push('begun');
      await sleep(300);
      seen.push('done');
    }),
  );
  await jobs.enqueue(services.db, kind, { n: 1 });
  await vi.waitFor(() => expect(seen).toEqual(['begun']), soon);
  await jobs.stop();
  expect(seen).toEqual(['begun', 'done']);
});

test('what does not end in time is told so, and is tried again by somebody else', async () => {
  const kind = aKind();
  let signal: AbortSignal | undefined;
  const jobs = await running((jobs) =>
    jobs.handle(kind, (_payload, run) => {
      signal = run.signal;
      return new Promise<void>((_resolve, reject) =>
        run.signal.addEventListener('abort', () => reject(run.signal.reason)),
      );
    }),
  );
  await jobs.enqueue(services.db, kind, { n: 1 });
  await vi.waitFor(() => expect(signal).toBeDefined(), soon);
  await jobs.stop();
  expect(signal?.aborted).toBe(true);
  const seen: number[] = [];
  await using _next = await running((jobs) => jobs.handle(kind, async ({ n }) => void seen.push(n)));
  await vi.waitFor(() => expect(seen).toEqual([1]), later);
}, 30_000);

test('a run that a crash cut off is tried again by whoever works', async () => {
  const kind = aKind();
  const seen: number[] = [];
  const handled = (jobs: JobQueue) => jobs.handle(kind, async ({ n }) => void seen.push(n));
  const before = await running(handled);
  await services.db.transaction(async (tx) => {
    await before.enqueue(tx, kind, { n: 1 });
    await tx.execute(
      `update jobs.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute' where name = '${kind.name}'`,
    );
  });
  await before.stop();
  expect(seen).toEqual([]);
  await using _jobs = await running(handled);
  await vi.waitFor(() => expect(seen).toEqual([1]), { timeout: 40_000, interval: 100 });
}, 60_000);

test('nothing is taken before the start', async () => {
  const jobs = createJobs({ sql: services.sql, log });
  await expect(jobs.enqueue(services.db, aKind(), { n: 1 })).rejects.toMatchObject({ reason: 'unavailable' });
});

test('several processes that start at once agree on tables and kinds', async () => {
  await services.sql`drop schema jobs cascade`;
  await Promise.all([migrate(services.sql), migrate(services.sql), migrate(services.sql)]);
  const kind = aKind();
  const seen: number[] = [];
  const begin = (jobs: JobQueue) => jobs.handle(kind, async ({ n }) => void seen.push(n));
  const all = await Promise.all([running(begin), running(begin), running(begin)]);
  await all[0]?.enqueue(services.db, kind, { n: 1 });
  await vi.waitFor(() => expect(seen).toEqual([1]), soon);
  await Promise.all(all.map((jobs) => jobs.stop()));
});
