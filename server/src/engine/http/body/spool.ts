/** Keeps uploaded parts on disk while a request lasts. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The spool of one request. */
export interface Spool {
  /** A private folder, made at its first use. */
  folder(): Promise<string>;
  /** Removes it with all that is in it. */
  remove(): Promise<void>;
}

const prefix = 'portico-spool';

/** Machines and containers may share a folder, but process ids mean something on one of them only. */
const owner = Buffer.from(hostname()).toString('hex').slice(0, 32);

/** @param root where the folder is made; the system's folder for temporary files where absent */
export function createSpool(root?: string): Spool {
  let made: Promise<string> | undefined;
  return {
    folder() {
      // mkdtemp makes it with mode 0700.
      made ??= mkdtemp(join(root ?? tmpdir(), `${prefix}-${owner}-${process.pid}-`));
      return made;
    },
    async remove() {
      if (!made) return;
      const folder = await made.catch(() => undefined);
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds after which a spool is left over, whoever made it. */
const dayMs = 24 * 60 * 60 * 1000;

/** Removes what a crash left over; for the start, before the first request. */
export async function sweepSpool(root = tmpdir()): Promise<void> {
  const names = await readdir(root);
  const spools = names.filter((name) => name.startsWith(`${prefix}-`)).map((name) => join(root, name));
  await Promise.all(spools.map(sweep));
}

/** Another user's folder, or one that goes at the same moment, is not ours to worry about. */
async function sweep(folder: string): Promise<void> {
  try {
    if (await isLeftOver(folder)) await rm(folder, { recursive: true, force: true });
  } catch {
    return;
  }
}

async function isLeftOver(folder: string): Promise<boolean> {
  const { mtimeMs } = await stat(folder);
  if (Date.now() - mtimeMs > dayMs) return true;
  const [, madeBy, pid] = /-([0-9a-f]+)-(\d+)-[^-]+$/.exec(folder) ?? [];
  if (madeBy !== owner || pid === undefined) return false;
  if (Number(pid) !== process.pid) return !isRunning(Number(pid));
  return mtimeMs < Date.now() - process.uptime() * 1000;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
