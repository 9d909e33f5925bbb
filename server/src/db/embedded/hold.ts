/** Gets hold of a running server: joins the one that runs, or starts one, whatever other processes do meanwhile. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { type Lease, takeLease } from './lease.ts';
import { findPostmaster, isAlive, type Postmaster, startPostmaster } from './postmaster.ts';

/** A server in use. */
export interface Held {
  readonly port: number;
  readonly lease: Lease;
}

export interface HoldOptions {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly settings: readonly string[];
  /** Where to start a server; any free port when absent. */
  readonly port?: number;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

/**
 * Why the next start may succeed: the port was taken in between, another process starts or stops the same cluster, or
 * children of a killed server still hold its memory.
 */
const passing = /could not bind|lock file|shared memory block|is shut down/;

/** Starts that may end for such a reason, after longer and longer pauses: ten seconds in all. */
const attempts = 20;

/** Milliseconds that a server may take to recover or to stop. */
const patience = 300_000;

/**
 * Waits until a server of the cluster takes connections.
 * @throws Error with the end of the server's log when none will
 */
export async function hold(options: HoldOptions): Promise<Held> {
  const { cluster, signal } = options;
  const end = Date.now() + patience;
  for (let starts = 0; Date.now() < end; await sleep(10, undefined, { signal })) {
    let postmaster = findPostmaster(cluster);
    if (postmaster === undefined) {
      if (starts === attempts || (starts > 0 && !passing.test(tail(cluster.log)))) break;
      await sleep(50 * starts, undefined, { signal });
      starts += 1;
      postmaster = await start(options);
    }
    const lease = postmaster?.isReady ? await takeLease(cluster.password, postmaster.port) : undefined;
    if (postmaster !== undefined && lease !== undefined) return { port: postmaster.port, lease };
  }
  throw new Error(
    `The embedded PostgreSQL does not start. Its log, ${cluster.log}, ends:\n${tail(cluster.log)}`,
  );
}

/**
 * Joins the server that runs, without starting one.
 * @returns undefined once none runs; also when it neither starts nor ends within seconds
 */
export async function joinRunning(cluster: Cluster): Promise<Lease | undefined> {
  for (const end = Date.now() + 5000; Date.now() < end; await sleep(10)) {
    const postmaster = findPostmaster(cluster);
    if (postmaster === undefined) return undefined;
    const lease = postmaster.isReady ? await takeLease(cluster.password, postmaster.port) : undefined;
    if (lease !== undefined) return lease;
  }
  return undefined;
}

/** Resolves once the new server says where it stands in its lock file, or undefined when it ends first. */
async function start({ cluster, binaries, settings, port }: HoldOptions): Promise<Postmaster | undefined> {
  const started = await startPostmaster(cluster, binaries, port ?? (await freePort()), settings);
  while (isAlive(started.pid)) {
    const found = findPostmaster(cluster);
    if (found !== undefined) return found;
    await sleep(10);
  }
  return findPostmaster(cluster);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gives no free port.');
  return address.port;
}

function tail(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}
