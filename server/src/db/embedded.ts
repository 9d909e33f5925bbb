/** The embedded database: a real PostgreSQL on the loopback, from npm's binaries, shared by the processes of a data folder. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './embedded/binaries.ts';
import { openCluster, owner } from './embedded/cluster.ts';
import { type Held, type HoldOptions, hold, joinRunning } from './embedded/hold.ts';
import { stopPostmaster } from './embedded/postmaster.ts';
import { reachable } from './embedded/reach.ts';
import type { Log } from './log.ts';

/** A running embedded database. */
export interface EmbeddedDatabase {
  /** Address with user and password. */
  readonly url: string;
  readonly port: number;
  /** Whether this start made it. */
  readonly firstStart: boolean;
  /** Ends this process's use; the last process to end its use stops the server, and none is left behind. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds the cluster in `postgres`, and PostgreSQL's log. */
  readonly dataDir: string;
  /** `none` may lose everything when the machine crashes: for tests. */
  readonly durability?: 'full' | 'none';
  readonly log?: Log;
}

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts the database of a data folder, or joins the one that runs there: another process's, or one that a killed
 * process left. Should the server end by itself, it is started again on the same port until `stop` is called.
 * @throws Error in a sentence that says what the operator can do
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, durability = 'full', log } = options;
  const isDurable = durability === 'full';
  const packaged = findBinaries();
  const cluster = await openCluster(resolve(dataDir), (account) => reachable(packaged, account), isDurable);
  const ending = new AbortController();
  const { binaries } = cluster;
  const holding = { cluster, binaries, settings: isDurable ? [] : careless, signal: ending.signal };
  const first = await hold(holding);
  const { port } = first;
  const supervised = supervise(first, { ...holding, port }, log);
  return {
    url: `postgres://${owner}:${cluster.password}@127.0.0.1:${port}/${owner}`,
    port,
    firstStart: cluster.isNew,
    async stop() {
      ending.abort();
      await supervised;
      const lease = await joinRunning(cluster);
      if (await lease?.leave()) await stopPostmaster(cluster, binaries);
      await lease?.release();
    },
  };
}

/** Keeps a lease until the signal, and the server running with it. */
async function supervise(first: Held, options: HoldOptions, log: Log | undefined): Promise<void> {
  const { signal } = options;
  const aborted = once(signal, 'abort');
  for (let held: Held | undefined = first; held !== undefined; ) {
    await Promise.race([held.lease.lost, aborted]);
    await held.lease.release();
    if (signal.aborted) return;
    log?.warn({}, 'the connection to the embedded PostgreSQL was lost');
    held = await holdAgain(options, log);
  }
}

/** Tries until it succeeds, or the signal comes. */
async function holdAgain(options: HoldOptions, log: Log | undefined): Promise<Held | undefined> {
  const { signal } = options;
  while (!signal.aborted) {
    try {
      return await hold(options);
    } catch (err) {
      if (signal.aborted) return undefined;
      log?.error({ err }, 'the embedded PostgreSQL cannot be started again');
      await sleep(1000, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}
