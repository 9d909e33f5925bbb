/** Makes the cluster, PostgreSQL's folder of databases: all of it or nothing. */
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, chooseAccount, give } from './account.ts';
import type { Binaries } from './binaries.ts';
import { here, run } from './program.ts';

/** The cluster's superuser, and the name of the database that the server uses. */
export const owner = 'portico';

/** Where a data folder keeps its cluster. */
export interface Cluster {
  /** PostgreSQL's own folder. */
  readonly folder: string;
  /** What PostgreSQL says. */
  readonly log: string;
  /** Whom it belongs to, if not ourselves. */
  readonly account: Account | undefined;
  /** The superuser's. */
  readonly password: string;
  /** Whether this call made it. */
  readonly isNew: boolean;
}

/**
 * Opens `dataDir/postgres`, made when there is none: `cluster` and the generated `password` (mode 0600). It is made aside
 * and renamed into place, so a crash leaves nothing half done, and of two processes one wins.
 * @throws Error in one sentence when a cluster of another major version is there
 */
export async function openCluster(
  dataDir: string,
  binariesFor: (account: Account | undefined) => Binaries,
  isDurable: boolean,
): Promise<Cluster & { readonly binaries: Binaries }> {
  const home = join(dataDir, 'postgres');
  const folder = join(home, 'cluster');
  const account = chooseAccount(folder);
  const binaries = binariesFor(account);
  mkdirSync(dataDir, { recursive: true });
  removeDrafts(dataDir);
  const isNew = !existsSync(home) && (await create(home, binaries, account, isDurable));
  checkVersion(folder, binaries);
  const password = read(join(home, 'password'));
  return { folder, log: join(dataDir, 'postgres.log'), account, password, isNew, binaries };
}

async function create(
  home: string,
  binaries: Binaries,
  account: Account | undefined,
  isDurable: boolean,
): Promise<boolean> {
  const draft = mkdtempSync(`${home}.new-`);
  const folder = join(draft, 'cluster');
  const password = join(draft, 'password');
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  for (const path of [folder, password, draft]) give(path, account);
  try {
    await run(binaries.initdb, initdbArguments(folder, isDurable), folder, account);
    renameSync(draft, home);
    return true;
  } catch (error) {
    if (existsSync(home)) return false;
    throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @see https://www.postgresql.org/docs/current/app-initdb.html */
function initdbArguments(folder: string, isDurable: boolean): string[] {
  const sync = isDurable ? [] : ['--no-sync'];
  return [
    `--pgdata=${here(folder)}`,
    `--username=${owner}`,
    '--pwfile=../password',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...sync,
  ];
}

/** What a process left that was killed while it made a cluster; nobody takes an hour. */
function removeDrafts(dataDir: string): void {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(dataDir)) {
    const path = join(dataDir, name);
    if (!name.startsWith('postgres.new-')) continue;
    const draft = statSync(path, { throwIfNoEntry: false });
    if (draft !== undefined && draft.mtimeMs < hourAgo) rmSync(path, { recursive: true, force: true });
  }
}

function checkVersion(folder: string, { version }: Binaries): void {
  const major = read(join(folder, 'PG_VERSION'));
  if (version.split('.')[0] === major) return;
  throw new Error(
    `${folder} was made by PostgreSQL ${major} and the embedded one is ${version}:` +
      ' dump it with the version that made it, or set DATA_DIR to another folder.',
  );
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Error(
      `${file} cannot be read: start as the user that owns it, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
