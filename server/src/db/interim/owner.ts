/** PostgreSQL refuses to run as root: finds an unprivileged user for it. */
import { readFileSync } from 'node:fs';

/** Whom the server's processes belong to; empty for ourselves. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** Tried in this order: the user made for it, then the one that owns nothing. */
const candidates = ['postgres', 'nobody'];

/** @throws Error when we are root and the system knows no such user */
export function databaseOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const candidate of candidates) {
    const [, , uid, gid] = users.find(([name]) => name === candidate) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody": set DATABASE_URL.',
  );
}
