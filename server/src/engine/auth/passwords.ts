/** Passwords: argon2id in threads of its own, which yield to everything else, with bounded concurrency. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseOptions } from '@node-rs/argon2';
import { Piscina } from 'piscina';
import { fail } from '../errors/failure.ts';
import { cost, type hash, type verify } from './password-thread.ts';

/** Hashes that wait for a thread: several seconds' worth; whoever comes later is told to come back. */
const mostWaiting = 200;

/** Hashes at once, of nearly 20 MiB each. */
export const hashesAtOnce = Math.max(1, Math.min(2, availableParallelism() - 1));

/**
 * Threads of lower priority than the rest of the process: a core that has requests to answer does that first. Of a much lower
 * one a busy machine would sign nobody in. The pool of Node itself has no priorities, and is left to files and DNS. What has
 * been idle for half a minute gives its memory back.
 */
const threads = new Piscina({
  filename: fileURLToPath(new URL('./password-thread.ts', import.meta.url)),
  minThreads: 0,
  maxThreads: hashesAtOnce,
  idleTimeout: 30_000,
  niceIncrement: 10,
});

/**
 * Hashes a password with argon2id and a salt of its own.
 * @throws Failure `unavailable` when too many wait already
 */
export function hashPassword(password: string): Promise<string> {
  return inThread<typeof hash>('hash', password);
}

let decoy: Promise<string> | undefined;

/**
 * Compares a password with a hash.
 * @param passwordHash the user's; null when there is no such user: then it takes as long and is false
 * @throws Failure `unavailable` when too many wait already
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= threads.run('decoy', { name: 'hash' });
  const expected = passwordHash ?? (await decoy);
  const matches = await inThread<typeof verify>('verify', { passwordHash: expected, password });
  return matches && passwordHash !== null;
}

async function inThread<Work extends (input: never) => unknown>(
  name: string,
  input: Parameters<Work>[0],
): Promise<ReturnType<Work>> {
  if (threads.queueSize >= mostWaiting) throw fail('unavailable', { retryAfter: 5 });
  return threads.run(input, { name });
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
