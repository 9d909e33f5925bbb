/** Passwords: argon2id off the event loop, with bounded concurrency. */
import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { lanes } from '../concurrency/lanes.ts';

/** OWASP's first recommendation. @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes that run at once; more would starve the thread pool that files and DNS share. */
const inLane = lanes(Math.max(1, Math.min(2, availableParallelism() - 1)));

/** Hashes a password with argon2id and a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return inLane(() => hash(password, cost));
}

let decoy: Promise<string> | undefined;

/**
 * Compares a password with a hash.
 * @param passwordHash the user's; null when there is no such user: then it takes as long and is false
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('decoy');
  const expected = passwordHash ?? (await decoy);
  const matches = await inLane(() => verify(expected, password));
  return matches && passwordHash !== null;
}
