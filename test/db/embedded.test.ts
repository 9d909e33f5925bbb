import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { chmod, chown, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAlive } from '../../server/src/db/embedded/postmaster.ts';
import { type EmbeddedDatabase, startEmbedded } from '../../server/src/db/embedded.ts';
import { begin, end, isRunning, lockFile, query, serverPid, use } from './embedded-user.ts';

const root = mkdtempSync(join(tmpdir(), 'portico-embedded-'));
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(root, 'data-'));
});
afterEach(async () => {
  // A test that failed must not leave its server behind.
  if (isRunning(dataDir)) await (await startEmbedded({ dataDir })).stop();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const start = () => startEmbedded({ dataDir, durability: 'none' });
const insert = (url: string) =>
  query(url, async (sql) => {
    await sql`create table if not exists notes (id int generated always as identity)`;
    await sql`insert into notes default values`;
  });
const count = (url: string) =>
  query(url, async (sql) => {
    const [row] = await sql`select count(*)::int as notes from notes`;
    return row?.notes;
  });
describe('a start', () => {
  test('makes a database that the next start finds again, and an end leaves no process', async () => {
    const first = await start();
    expect(first.firstStart).toBe(true);
    await insert(first.url);
    const pid = serverPid(dataDir);
    await first.stop();
    expect(isAlive(pid)).toBe(false);

    const second = await start();
    expect(second.firstStart).toBe(false);
    expect(await count(second.url)).toBe(1);
    await second.stop();
    expect(isRunning(dataDir)).toBe(false);
  });

  test('keeps the password from others and listens on the loopback alone', async () => {
    const database = await start();
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(new URL(database.url).password).toHaveLength(32);
    const [settings] = await query(
      database.url,
      (sql) =>
        sql`select current_setting('listen_addresses') as listen, current_setting('port')::int as port`,
    );
    expect(settings).toEqual({ listen: '127.0.0.1', port: database.port });
    const stranger = new URL(database.url);
    stranger.password = 'guess';
    await expect(query(stranger.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: '28P01' });
    await database.stop();
  });

  test('keeps text as UTF-8, sorts by code point and folds the case of every alphabet', async () => {
    const database = await start();
    const [row] = await query(
      database.url,
      (sql) =>
        sql`select lower('ÀÉ Ж') as folded, current_setting('server_encoding') as encoding, 'Z' < 'a' as by_code`,
    );
    expect(row).toEqual({ folded: 'àé ж', encoding: 'UTF8', by_code: true });
    await database.stop();
  });

  test('writes to disk before it answers, unless told otherwise', async () => {
    const { process: child, url } = await use(dataDir, { durability: 'full' });
    const [row] = await query(
      url,
      (sql) => sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    );
    expect(row).toEqual({ fsync: 'on', commit: 'on' });
    await end(child);
  });

  test('removes what a start left that was killed while it made the cluster', async () => {
    const draft = join(dataDir, 'postgres.new-abc');
    mkdirSync(join(draft, 'cluster'), { recursive: true });
    utimesSync(draft, 0, 0);
    const database = await start();
    expect(readdirSync(dataDir)).toEqual(['postgres', 'postgres.log']);
    await database.stop();
  });

  test('that is killed while it makes the cluster does not disturb the next', async () => {
    const child = begin(dataDir);
    await vi.waitFor(() => expect(readdirSync(dataDir)).toHaveLength(1), { interval: 5 });
    await end(child, 'SIGKILL');
    const database = await start();
    expect(database.firstStart).toBe(true);
    await database.stop();
  });

  test('on a cluster of another major version says so', async () => {
    const database = await start();
    await database.stop();
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 15 and the embedded one is 18/);
  });

  test('that cannot succeed shows the end of the server’s log', async () => {
    const database = await start();
    await database.stop();
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'postgresql.conf'), 'no_such_setting = on\n');
    await expect(start()).rejects.toThrow(/does not start[\s\S]*no_such_setting/);
  });
});

describe('several processes', () => {
  test('that start at once on an empty folder share one database, which one of them made', async () => {
    const users = await Promise.all([use(dataDir), use(dataDir), use(dataDir)]);
    expect(new Set(users.map(({ url }) => url)).size).toBe(1);
    expect(users.filter(({ firstStart }) => firstStart)).toHaveLength(1);
    const pid = serverPid(dataDir);
    await Promise.all(users.map((user) => end(user.process)));
    expect(isAlive(pid)).toBe(false);
  });

  test('share the server until the last one ends', async () => {
    const first = await use(dataDir);
    const second = await use(dataDir);
    await end(first.process);
    await insert(second.url);
    const third = await use(dataDir);
    await end(second.process);
    expect(await count(third.url)).toBe(1);
    await end(third.process);
    expect(isRunning(dataDir)).toBe(false);
  });

  test('that stop and start at the same time never lose the database', async () => {
    let user = await use(dataDir);
    await insert(user.url);
    for (let round = 0; round < 3; round += 1) {
      const [next] = await Promise.all([use(dataDir), end(user.process)]);
      expect(await count(next.url)).toBe(1);
      user = next;
    }
    await end(user.process);
    expect(isRunning(dataDir)).toBe(false);
  });
});

describe('after kill -9', () => {
  test('of the process, the next start joins the server that is left and finds what was committed', async () => {
    const killed = await use(dataDir);
    await insert(killed.url);
    const pid = serverPid(dataDir);
    await end(killed.process, 'SIGKILL');
    const next = await use(dataDir);
    expect(serverPid(dataDir)).toBe(pid);
    expect(await count(next.url)).toBe(1);
    await end(next.process);
    expect(isAlive(pid)).toBe(false);
  });

  test('of process and server, the stale lock file is recovered and what was committed is there', async () => {
    const killed = await use(dataDir, { durability: 'full' });
    await insert(killed.url);
    const pid = serverPid(dataDir);
    await end(killed.process, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    const next = await use(dataDir);
    expect(serverPid(dataDir)).not.toBe(pid);
    expect(await count(next.url)).toBe(1);
    await end(next.process);
  });

  test('a lock file whose process id another program has now is recovered', async () => {
    const killed = await start();
    const text = await readFile(lockFile(dataDir), 'utf8');
    await killed.stop();
    writeFileSync(lockFile(dataDir), text.replace(/^\d+/, String(process.pid)));
    const next = await start();
    expect(serverPid(dataDir)).not.toBe(process.pid);
    await next.stop();
  });

  test('of the server alone, it comes back on the same port', async () => {
    const database = await startEmbedded({ dataDir });
    await insert(database.url);
    const pid = serverPid(dataDir);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await count(database.url)).toBe(1), { timeout: 10_000 });
    expect(serverPid(dataDir)).not.toBe(pid);
    await database.stop();
    expect(isRunning(dataDir)).toBe(false);
  });
});

test('an end while the server is being started again leaves no process', async () => {
  const database = await start();
  process.kill(serverPid(dataDir), 'SIGKILL');
  await vi.waitFor(() => expect(isAlive(serverPid(dataDir))).toBe(true), { interval: 2 });
  await database.stop();
  expect(isRunning(dataDir) && isAlive(serverPid(dataDir))).toBe(false);
});

test('an end while the server cannot be started again does not wait', async () => {
  const database = await start();
  writeFileSync(join(dataDir, 'postgres', 'cluster', 'postgresql.conf'), 'no_such_setting = on\n');
  const pid = serverPid(dataDir);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
  await database.stop();
  rmSync(lockFile(dataDir), { force: true });
});

test('a folder that is renamed keeps its server', async () => {
  const database = await start();
  const moved = `${dataDir}-moved`;
  await rename(dataDir, moved);
  const same = await startEmbedded({ dataDir: moved, durability: 'none' });
  expect(same.port).toBe(database.port);
  await same.stop();
  await rename(moved, dataDir);
  await database.stop();
});

const nobody = { uid: 65534, gid: 65534 };

/** Whether the account can run this checkout's programs: not where only root can enter. */
const isOpenTo = (account: typeof nobody): boolean =>
  spawnSync(process.execPath, ['--version'], { cwd: '/', ...account }).status === 0;

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('the server runs without its rights, also where only root can enter', async () => {
    await chmod(root, 0o700);
    const database = await start();
    expect(statSync(`/proc/${serverPid(dataDir)}`).uid).not.toBe(0);
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
    await insert(database.url);
    await database.stop();
  });

  test.runIf(isOpenTo(nobody))('a folder that an ordinary user began stays usable for both', async () => {
    await chmod(root, 0o755);
    await chown(dataDir, nobody.uid, nobody.gid);
    const user = await use(dataDir, { account: nobody });
    await insert(user.url);
    await end(user.process);
    const asRoot: EmbeddedDatabase = await start();
    expect(await count(asRoot.url)).toBe(1);
    await asRoot.stop();
    const again = await use(dataDir, { account: nobody });
    expect(await count(again.url)).toBe(1);
    await end(again.process);
  });

  test.runIf(isOpenTo(nobody))(
    'a folder that root began is refused to an ordinary user in a sentence',
    async () => {
      await chmod(root, 0o755);
      await chmod(dataDir, 0o755);
      await (await start()).stop();
      await expect(use(dataDir, { account: nobody })).rejects.toThrow(
        /cannot be read: start as the user that owns it/,
      );
    },
  );
});
