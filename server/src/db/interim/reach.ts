/** Places for what the database's user must reach when the checkout lies where only root can enter. */
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { type Binaries, binariesIn, versionOf } from './binaries.ts';
import type { Owner } from './owner.ts';

/** Owned by root and open to everyone: here lie copies, and clusters that could not lie in the data folder. */
const commonRoot = '/var/lib/portico';

/** Whether the owner can enter a folder: every folder above it lets strangers through, or is the owner's. */
export function canEnter(folder: string, { uid, gid }: Owner): boolean {
  if (uid === undefined) return true;
  const { mode, uid: owner, gid: group } = statSync(folder);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return (
    folder === parse(folder).root || canEnter(dirname(folder), { uid, ...(gid !== undefined && { gid }) })
  );
}

/** The programs where the owner can run them: in place, or copied once to a folder that everyone can enter. */
export function reachableBinaries(packaged: Binaries, owner: Owner): { binaries: Binaries; version: string } {
  const inPlace = versionOf(packaged, owner);
  if (inPlace) return { binaries: packaged, version: inPlace };
  const version = versionOf(packaged, {});
  if (!version) throw new Error(`The embedded PostgreSQL does not run here: ${packaged.postgres} fails.`);
  const copy = binariesIn(join(commonRoot, `postgres-${version}`));
  if (!existsSync(copy.root)) copyAtOnce(packaged.root, copy.root);
  if (!versionOf(copy, owner))
    throw new Error(`No unprivileged user can run ${copy.postgres}: set DATABASE_URL.`);
  return { binaries: copy, version };
}

/** Copies aside and renames, so that a crash leaves no half copy; of two processes one wins. */
function copyAtOnce(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/**
 * The folder of the cluster: `postgres` in the data folder. Where the owner cannot get there, that name is a link to a
 * folder of its own under /var/lib/portico; removing the link starts afresh.
 */
export function clusterHome(dataDir: string, owner: Owner): string {
  mkdirSync(dataDir, { recursive: true });
  const home = join(dataDir, 'postgres');
  if (existsSync(home)) return home;
  if (canEnter(dataDir, owner)) {
    mkdirSync(home, { recursive: true });
    return home;
  }
  const elsewhere = join(commonRoot, `${basename(dirname(dataDir)) || 'data'}-${randomUUID().slice(0, 8)}`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  symlinkSync(elsewhere, home);
  return home;
}
