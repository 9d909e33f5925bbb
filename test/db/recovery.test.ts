import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connect, type Database } from '../../server/src/db/connect.ts';
import { type EmbeddedDatabase, startEmbedded } from '../../server/src/db/embedded.ts';
import { transaction } from '../../server/src/db/transaction.ts';
import { isUnavailable } from '../../server/src/engine/errors/unavailable.ts';
import { serverPid } from './embedded-user.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'portico-recovery-'));
let cluster: EmbeddedDatabase;
let killer: Database;

beforeAll(async () => {
  cluster = await startEmbedded({ dataDir, durability: 'none' });
  killer = connect(cluster.url, { poolSize: 1 });
  await killer.sql`create table notes (id int)`;
});
afterAll(async () => {
  await killer.close();
  await cluster.stop();
  rmSync(dataDir, { recursive: true });
});

/** What a promise was rejected with; undefined when it was not. */
const failureOf = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => undefined,
    (error: unknown) => error,
  );

async function pidOf(database: Database): Promise<number> {
  const [row] = await database.sql`select pg_backend_pid() as pid`;
  return row?.pid;
}

const terminate = (pid: number) => killer.sql`select pg_terminate_backend(${pid}, 5000)`;

describe('a connection that the server ends', () => {
  test('while it is idle costs nothing', async () => {
    await using database = disposable(connect(cluster.url, { poolSize: 1 }));
    const pid = await pidOf(database);
    await terminate(pid);
    await vi.waitFor(async () => expect(await pidOf(database)).not.toBe(pid));
  });

  test('in the middle of a query fails it as unavailable, and the next one works', async () => {
    await using database = disposable(connect(cluster.url, { poolSize: 1 }));
    const pid = await pidOf(database);
    const failure = failureOf(database.sql`select pg_sleep(20)`);
    await terminate(pid);
    expect(isUnavailable(await failure)).toBe(true);
    await vi.waitFor(async () => expect(await pidOf(database)).not.toBe(pid));
  });

  test('in the middle of a transaction fails it as unavailable, and the next one works', async () => {
    await using database = disposable(connect(cluster.url, { poolSize: 1 }));
    const pid = await pidOf(database);
    const failure = failureOf(
      transaction(database.db, async (tx) => {
        await tx.execute(sql`insert into notes values (1)`);
        await tx.execute(sql`select pg_sleep(20)`);
      }),
    );
    await sleep(50);
    await terminate(pid);
    expect(isUnavailable(await failure)).toBe(true);
    await vi.waitFor(() => transaction(database.db, (tx) => tx.execute(sql`select 1`)));
    expect(await killer.sql`select from notes`).toHaveLength(0);
  });

  test('between two queries of a transaction does not let the second run outside of it', async () => {
    await using database = disposable(connect(cluster.url, { poolSize: 1 }));
    const pid = await pidOf(database);
    let second: unknown;
    const failure = failureOf(
      transaction(database.db, async (tx) => {
        await tx.execute(sql`insert into notes values (1)`);
        await terminate(pid);
        // The pool has opened the connection again by the time the transaction goes on.
        await vi.waitFor(() => database.sql`select 1`);
        second = await failureOf(tx.execute(sql`insert into notes values (2)`));
      }),
    );
    expect(isUnavailable(await failure)).toBe(true);
    await vi.waitFor(() => expect(isUnavailable(second)).toBe(true));
    expect(await killer.sql`select from notes`).toHaveLength(0);
  });
});

describe('a server that is killed under load', () => {
  test('fails what was running as unavailable, and every connection of the pool serves again', async () => {
    const size = 6;
    await using database = disposable(connect(cluster.url, { poolSize: size }));
    const failures: unknown[] = [];
    let isOver = false;
    const work = async (index: number): Promise<void> => {
      while (!isOver) {
        const failure = await failureOf(
          index % 2 === 0
            ? database.db.execute(sql`select count(*) from notes`)
            : transaction(database.db, async (tx) => {
                await tx.execute(sql`insert into notes values (3)`);
                await tx.execute(sql`select pg_sleep(0.002)`);
              }),
        );
        if (failure !== undefined) failures.push(failure);
        if (failure !== undefined) await sleep(5);
      }
    };
    const workers = Array.from({ length: 4 * size }, (_, index) => work(index));
    for (let kill = 0; kill < 3; kill += 1) {
      await sleep(200);
      const pid = serverPid(dataDir);
      process.kill(pid, 'SIGKILL');
      // The next server begins when the last child of this one has ended, and not before.
      await vi.waitFor(() => expect(serverPid(dataDir)).not.toBe(pid), { timeout: 15_000 });
      await vi.waitFor(() => killer.sql`select 1`, { timeout: 15_000 });
    }
    isOver = true;
    await Promise.all(workers);
    expect(failures.filter((failure) => !isUnavailable(failure))).toEqual([]);
    expect(failures.length).toBeGreaterThan(0);
    const rows = await Promise.all(
      Array.from({ length: size }, () => database.sql`select pg_backend_pid() as pid, pg_sleep(0.2)`),
    );
    expect(new Set(rows.map(([row]) => row?.pid)).size).toBe(size);
  });
});

describe('a server that is away', () => {
  test('fails queries at once, all of them', async () => {
    const nobody = createServer();
    await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
    const url = addressOf(nobody);
    await new Promise((resolve) => nobody.close(resolve));
    await expectQuickFailures(url);
  });

  test('behind a proxy that accepts and closes fails queries at once, too', async () => {
    const proxy = createServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .end(),
    );
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    await expectQuickFailures(addressOf(proxy));
    await new Promise((resolve) => proxy.close(resolve));
  });

  async function expectQuickFailures(url: string): Promise<void> {
    await using database = disposable(connect(url, { poolSize: 3 }));
    const queries = Array.from({ length: 12 }, () => failureOf(database.sql`select 1`));
    const failures = await Promise.race([Promise.all(queries), sleep(3000, [], { ref: false })]);
    expect(failures.map(isUnavailable)).toEqual(Array(12).fill(true));
  }
});

function addressOf(server: ReturnType<typeof createServer>): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  return `postgres://nobody:nothing@127.0.0.1:${address.port}/none`;
}

function disposable(database: Database): Database & AsyncDisposable {
  return { ...database, [Symbol.asyncDispose]: () => database.close() };
}
