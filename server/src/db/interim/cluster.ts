/** Makes a cluster: all of it or nothing. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { Owner } from './owner.ts';

/** The cluster's superuser, and the database that it starts with. */
export const superuser = 'portico';

/** Files of a cluster, under its home. */
export interface ClusterFiles {
  /** PostgreSQL's own folder. */
  readonly data: string;
  /** The superuser's password; mode 0600. */
  readonly password: string;
  readonly log: string;
}

export function clusterFiles(home: string): ClusterFiles {
  return { data: join(home, 'data'), password: join(home, 'password'), log: join(home, 'postgres.log') };
}

/**
 * Makes the cluster if there is none. initdb works aside and the result is renamed, so that a crash leaves nothing that the
 * next start would take for a cluster.
 * @returns the superuser's password
 * @throws Error in one sentence when the folder holds a cluster of another major version
 */
export async function ensureCluster(
  files: ClusterFiles,
  binaries: Binaries,
  version: string,
  owner: Owner,
): Promise<string> {
  if (!existsSync(files.data)) await initialise(files, binaries, owner);
  const major = readFileSync(join(files.data, 'PG_VERSION'), 'utf8').trim();
  if (major !== version.split('.')[0]) {
    throw new Error(
      `${files.data} was written by PostgreSQL ${major}, and this is ${version}: dump it with the old one, or move it away.`,
    );
  }
  return readFileSync(files.password, 'utf8');
}

async function initialise({ data, password }: ClusterFiles, binaries: Binaries, owner: Owner): Promise<void> {
  const draft = `${data}.new`;
  const passwordForInit = `${password}.new`;
  rmSync(draft, { recursive: true, force: true });
  const secret = randomBytes(24).toString('base64url');
  writeFileSync(password, secret, { mode: 0o600, flush: true });
  writeFileSync(passwordForInit, secret, { mode: 0o600 });
  mkdirSync(draft, { mode: 0o700 });
  give(draft, owner);
  give(passwordForInit, owner);
  try {
    await promisify(execFile)(binaries.initdb, initdbArguments(draft, passwordForInit), {
      cwd: '/',
      ...owner,
    });
    renameSync(draft, data);
  } finally {
    rmSync(passwordForInit, { force: true });
  }
}

/** @see https://www.postgresql.org/docs/current/app-initdb.html */
function initdbArguments(data: string, passwordFile: string): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

function give(path: string, { uid, gid }: Owner): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
