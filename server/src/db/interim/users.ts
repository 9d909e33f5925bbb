/** Which of our processes use a cluster: the last one to leave stops it, and starts happen one after another. */
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isSame, type ProcessIdentity } from './processes.ts';

/** Milliseconds between looks at a lock that another process holds. */
const pause = 25;

function readIdentity(file: string): ProcessIdentity | null {
  try {
    const [pid = '', started = ''] = readFileSync(file, 'utf8').split(' ');
    return { pid: Number(pid), started };
  } catch {
    return null;
  }
}

function writeIdentity(file: string): void {
  const { pid, started } = identify(process.pid);
  writeFileSync(file, `${pid} ${started}`, { mode: 0o600 });
}

/** Notes that this process uses the cluster. */
export function enter(home: string): void {
  mkdirSync(join(home, 'users'), { recursive: true });
  writeIdentity(join(home, 'users', String(process.pid)));
}

/** @returns true when no other process uses the cluster any more */
export function leave(home: string): boolean {
  const folder = join(home, 'users');
  rmSync(join(folder, String(process.pid)), { force: true });
  return readdirSync(folder).every((name) => {
    const user = readIdentity(join(folder, name));
    if (user && isSame(user)) return false;
    rmSync(join(folder, name), { force: true });
    return true;
  });
}

/** Runs work while no other process starts or stops the cluster; a lock whose holder died is taken over. */
export async function exclusively<Result>(home: string, work: () => Promise<Result>): Promise<Result> {
  const lock = join(home, 'lock');
  const draft = `${lock}.${process.pid}`;
  writeIdentity(draft);
  try {
    while (!link(draft, lock)) {
      const holder = readIdentity(lock);
      if (holder && !isSame(holder)) rmSync(lock, { force: true });
      else await sleep(pause);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
