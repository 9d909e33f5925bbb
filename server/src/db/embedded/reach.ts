/** Puts the programs where an unprivileged account can run them, when node_modules lies where only root can enter. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { type Binaries, binariesIn } from './binaries.ts';

/**
 * The programs as they are, or, where the account cannot get to them, a copy of them in a folder that root owns and
 * everyone can enter: `/var/cache/portico`, else the system's temporary folder. One copy a version serves all.
 */
export function reachable(binaries: Binaries, account: Account | undefined): Binaries {
  if (account === undefined || canEnter(join(binaries.root, 'bin'), account)) return binaries;
  const umask = process.umask(0o022);
  try {
    return copyFor(account, binaries);
  } finally {
    process.umask(umask);
  }
}

function copyFor(account: Account, { root, version }: Binaries): Binaries {
  const parent = ['/var/cache/portico', join(tmpdir(), 'portico')].find((folder) => claim(folder, account));
  if (parent === undefined) {
    throw new Error(
      'The embedded PostgreSQL lies where only root can enter, and there is no folder to copy it to:' +
        ' move the checkout, or set DATABASE_URL.',
    );
  }
  const copy = binariesIn(join(parent, `postgresql-${version}`), version);
  if (!existsSync(copy.root)) copyWhole(root, copy.root);
  return copy;
}

/** Whether the account may pass through the folder and all above it. */
function canEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder);
  const passing = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & passing) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canEnter(parent, account);
}

/** Makes the folder if need be; false where somebody other than root could put programs there. */
function claim(folder: string, account: Account): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const { uid, mode } = statSync(folder);
    return uid === 0 && (mode & 0o022) === 0 && canEnter(folder, account);
  } catch {
    return false;
  }
}

/** Copies aside and renames, so that a crash leaves no half copy; of two processes one wins. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  try {
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
