/** The embedded database: a real PostgreSQL on the loopback, started from npm's binaries, shared by our processes. */
import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { isUnavailable } from '../engine/errors/unavailable.ts';
import { packagedBinaries } from './interim/binaries.ts';
import { type ClusterFiles, clusterFiles, ensureCluster, superuser } from './interim/cluster.ts';
import { databaseOwner } from './interim/owner.ts';
import {
  findPostmaster,
  logTail,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
} from './interim/postmaster.ts';
import { isAlive } from './interim/processes.ts';
import { clusterHome, reachableBinaries } from './interim/reach.ts';
import { enter, exclusively, leave } from './interim/users.ts';

/** A running cluster. */
export interface EmbeddedDatabase {
  /** Address with user and password. */
  readonly url: string;
  readonly port: number;
  /** Leaves the cluster; the last of our processes to leave stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** `none` loses the last seconds in a crash of the machine: for tests. */
  readonly durability?: 'full' | 'none';
}

/** How often a start is tried when another program takes the chosen port in between. */
const attempts = 3;

/** Milliseconds that a start, recovery after a crash included, may take. */
const patience = 60_000;

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts the cluster of a data folder, or joins the one that runs there already, also when a killed process left it.
 * @throws Error in one sentence when it cannot start
 */
export async function startEmbedded({
  dataDir,
  durability = 'full',
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const owner = databaseOwner();
  const home = realpathSync(clusterHome(dataDir, owner));
  const files = clusterFiles(home);
  const settings = ['max_connections=200', ...(durability === 'none' ? fast : [])];
  return exclusively(home, async () => {
    const { binaries, version } = reachableBinaries(packagedBinaries(), owner);
    const password = await ensureCluster(files, binaries, version, owner);
    const start = () => startPostmaster(files, binaries, owner, settings);
    const url = await runningUrl(files, password, start);
    enter(home);
    return { url, port: Number(new URL(url).port), stop: () => stop(home, files) };
  });
}

async function runningUrl(
  files: ClusterFiles,
  password: string,
  start: () => Promise<Postmaster>,
): Promise<string> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const postmaster = findPostmaster(files) ?? (await start());
    const url = `postgres://${superuser}:${password}@127.0.0.1:${postmaster.port}/${superuser}`;
    if (await answers(url, postmaster)) return url;
  }
  throw new Error(`The embedded PostgreSQL does not start. Its log ends with:\n${logTail(files)}`);
}

/** Waits until the server takes connections, and has our database; false when its process ends instead. */
async function answers(url: string, { pid }: Postmaster): Promise<boolean> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    const sql = postgres(maintenance.href, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      const [found] = await sql`select 1 from pg_database where datname = ${superuser}`;
      if (!found) await sql.unsafe(`create database ${superuser}`);
      return true;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      if (!isAlive(pid)) return false;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
}

function stop(home: string, files: ClusterFiles): Promise<void> {
  return exclusively(home, async () => {
    const isLast = leave(home);
    const postmaster = findPostmaster(files);
    if (isLast && postmaster) await stopPostmaster(postmaster);
  });
}
