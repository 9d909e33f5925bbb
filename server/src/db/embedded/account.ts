/** Chooses whom PostgreSQL runs as: it refuses to be root. */
import { chownSync, readFileSync, statSync } from 'node:fs';

/** A user of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Users without rights that systems come with; initdb wants one that has a name. */
const candidates = ['postgres', '_postgres', 'nobody'];

/**
 * The user to change to, or undefined to stay oneself. As root it is the owner of an existing cluster, else the
 * first unprivileged user that the system has.
 * @throws Error when there is none
 */
export function chooseAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = parseAccounts(readFileSync('/etc/passwd', 'utf8'));
  const chosen = candidates.map((name) => known.get(name)).find((account) => account !== undefined);
  if (chosen !== undefined) return chosen;
  throw new Error(
    `PostgreSQL does not run as root, and none of the users ${candidates.join(', ')} exists to run it as: ` +
      'start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Makes a file or folder the account's own. */
export function give(path: string, account: Account | undefined): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

function parseAccounts(passwd: string): Map<string, Account> {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  return new Map(lines.map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]));
}
