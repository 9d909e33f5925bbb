/** Starts, finds and stops the server process of a cluster. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { ClusterFiles } from './cluster.ts';
import type { Owner } from './owner.ts';
import { isAlive, runsWith } from './processes.ts';

/** A running server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Milliseconds between looks at a process that starts or stops. */
const pause = 20;

/** Milliseconds that a fast shutdown may take before it is made an immediate one, which recovers at the next start. */
const patience = 20_000;

/** Bytes after which the server's log begins anew. */
const maxLog = 10 * 1024 * 1024;

/** The server that runs on a cluster, read from its lock file; a stale one, left by a crash, is removed. */
export function findPostmaster({ data }: ClusterFiles): Postmaster | null {
  const file = join(data, 'postmaster.pid');
  const [pid, , , port] = readLines(file).map(Number);
  if (!pid) return null;
  if (isAlive(pid) && runsWith(pid, data)) return { pid, port: port ?? 0 };
  rmSync(file, { force: true });
  return null;
}

/** Starts the server on a free port of the loopback; it outlives this process unless it is stopped. */
export async function startPostmaster(
  files: ClusterFiles,
  binaries: Binaries,
  owner: Owner,
  settings: readonly string[],
): Promise<Postmaster> {
  const port = await freePort();
  const log = openSync(files.log, isLarge(files.log) ? 'w' : 'a', 0o600);
  const options = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', ...settings];
  const child = spawn(binaries.postgres, ['-D', files.data, ...options.flatMap((option) => ['-c', option])], {
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
    ...owner,
  });
  closeSync(log);
  const started = Promise.withResolvers<number>();
  child.once('error', started.reject);
  child.once('spawn', () => started.resolve(child.pid ?? 0));
  const pid = await started.promise;
  child.unref();
  return { pid, port };
}

/** Ends the server and its children: running transactions are rolled back, committed ones are on disk. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += pause) {
    if (waited === patience) process.kill(pid, 'SIGQUIT');
    await sleep(pause);
  }
}

/** The last lines of the server's log, for an error message. */
export function logTail({ log }: ClusterFiles): string {
  return readLines(log).slice(-8).join('\n');
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n');
  } catch {
    return [];
  }
}

function isLarge(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxLog;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}
