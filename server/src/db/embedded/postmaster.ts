/** Finds, starts and stops the server process of a cluster. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { here, launch, run } from './program.ts';

/** A server process. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether it takes connections: not while it starts, recovers from a crash, or stops. */
  readonly isReady: boolean;
}

/** Milliseconds that a fast shutdown may take before it becomes an immediate one, from which the next start recovers. */
const patience = 30_000;

/**
 * The server that runs on a cluster, from PostgreSQL's own lock file. A file that names a process which is none of ours
 * (a process id used again after a crash) is removed: PostgreSQL itself would refuse to start.
 */
export function findPostmaster({ folder }: Cluster): Postmaster | undefined {
  const lockFile = join(folder, 'postmaster.pid');
  const [pid = '', , , port = '', , , , status = ''] = readLines(lockFile);
  if (pid === '' || !isAlive(Number(pid))) return undefined;
  if (isServerOf(Number(pid), folder)) {
    return { pid: Number(pid), port: Number(port), isReady: status.trim() === 'ready' };
  }
  if (readLines(lockFile)[0] === pid) rmSync(lockFile, { force: true });
  return undefined;
}

/** Starts a server on a port of the loopback; it outlives this process unless it is stopped. */
export async function startPostmaster(
  cluster: Cluster,
  binaries: Binaries,
  port: number,
  settings: readonly string[],
): Promise<Postmaster> {
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `cluster_name=${nameOf(cluster.folder)}`,
    'max_connections=200',
    'timezone=UTC',
    'jit=off',
    // Failed statements are the caller's to log: their details would show users' data.
    'log_min_messages=log',
    'log_checkpoints=off',
    ...settings,
  ];
  const args = ['-D', here(cluster.folder), ...options.flatMap((option) => ['-c', option])];
  const pid = await launch(binaries.postgres, args, cluster.folder, cluster.account, cluster.log);
  return { pid, port, isReady: false };
}

/** Ends the server and its children; what was committed is on disk. */
export async function stopPostmaster(cluster: Cluster, binaries: Binaries): Promise<void> {
  const running = findPostmaster(cluster);
  if (running === undefined) return;
  await signal(running.pid, 'fast', cluster, binaries);
  const end = Date.now() + patience;
  let isImmediate = false;
  while (isAlive(running.pid)) {
    if (!isImmediate && Date.now() > end) {
      isImmediate = true;
      await signal(running.pid, 'immediate', cluster, binaries);
    }
    await sleep(10);
  }
}

/** Whether a process has this id; a dead one that nobody has fetched does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return !/^\d+ \(.*\) Z/.test(readLines(`/proc/${pid}/stat`)[0] ?? '');
}

/** @see https://www.postgresql.org/docs/current/server-shutdown.html */
async function signal(
  pid: number,
  mode: 'fast' | 'immediate',
  { folder, account }: Cluster,
  binaries: Binaries,
): Promise<void> {
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-D', folder, '-m', mode], folder, account);
  } else if (isAlive(pid)) {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  }
}

/** Tells this very folder from a copy of it, and stays when the folder is renamed. */
function nameOf(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  return `portico-${dev}-${ino}`;
}

function isServerOf(pid: number, folder: string): boolean {
  if (process.platform === 'win32') return true;
  const commandLine =
    process.platform === 'linux'
      ? (readLines(`/proc/${pid}/cmdline`)[0] ?? '')
      : execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  return commandLine.split(/[\0\s]/).includes(`cluster_name=${nameOf(folder)}`);
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n');
  } catch {
    return [];
  }
}
