/** Passwords: argon2id off the event loop, with bounded concurrency. */
import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { lanes } from '../concurrency/lanes.ts';

/** OWASP's first recommendation. @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes that wait for a lane: several seconds' worth; whoever comes later is told to come back. */
const mostWaiting = 200;

/** Hashes that run at once; more would starve the thread pool that files and DNS share. */
const inLane = lanes(Math.max(1, Math.min(2, availableParallelism() - 1)), mostWaiting);

/**
 * Hashes a password with argon2id and a salt of its own.
 * @throws Failure `unavailable` when too many wait already
 */
export function hashPassword(password: string): Promise<string> {
  return inLane(() => hash(password, cost));
}

let decoy: Promise<string> | undefined;

/**
 * Compares a password with a hash.
 * @param passwordHash the user's; null when there is no such user: then it takes as long and is false
 * @throws Failure `unavailable` when too many wait already
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('decoy', cost);
  const expected = passwordHash ?? (await decoy);
  const matches = await inLane(() => verify(expected, password));
  return matches && passwordHash !== null;
}

/** Whether a hash was made with less than we ask for today: its password should be hashed again when it is next known. */
export function isWeakHash(passwordHash: string): boolean {
  const { memoryCost, timeCost, outputLen, saltLen } = parseOptions(passwordHash);
  return (
    !passwordHash.startsWith('$argon2id$v=19$') ||
    memoryCost < cost.memoryCost ||
    timeCost < cost.timeCost ||
    outputLen < 32 ||
    saltLen < 16
  );
}
