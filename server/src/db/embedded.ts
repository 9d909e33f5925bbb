/** The embedded database: a real PostgreSQL on the loopback, from npm's binaries, shared by the processes of a data folder. */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './embedded/binaries.ts';
import { openCluster, owner } from './embedded/cluster.ts';
import { type Held, type HoldOptions, hold } from './embedded/hold.ts';
import { takeLease } from './embedded/lease.ts';
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
  const holding = { cluster, binaries: cluster.binaries, settings: isDurable ? [] : careless };
  const first = await hold(holding);
  const { port } = first;
  const supervised = supervise(first, { ...holding, port }, log);
  return {
    url: `postgres://${owner}:${cluster.password}@127.0.0.1:${port}/${owner}`,
    port,
    firstStart: cluster.isNew,
    async stop() {
      await supervised.end();
      const lease = await takeLease(cluster.password, port);
      if (await lease?.leave()) await stopPostmaster(cluster, cluster.binaries);
      await lease?.release();
    },
  };
}

/** Keeps a lease for as long as the database is in use, and the server running with it. */
function supervise(first: Held, options: HoldOptions, log: Log | undefined) {
  let held: Held | undefined = first;
  let isEnding = false;
  const restart = async (): Promise<Held | undefined> => {
    try {
      return await hold(options);
    } catch (error) {
      log?.error({ err: error }, 'the embedded PostgreSQL cannot be started again');
      await sleep(1000);
      return undefined;
    }
  };
  const run = async (): Promise<void> => {
    while (!isEnding) {
      await held?.lease.lost;
      if (isEnding) return;
      log?.warn({}, 'the connection to the embedded PostgreSQL was lost');
      await held?.lease.release();
      held = await restart();
    }
  };
  const running = run();
  return {
    async end(): Promise<void> {
      isEnding = true;
      await held?.lease.release();
      await running;
      await held?.lease.release();
    },
  };
}
