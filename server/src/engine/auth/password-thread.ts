/** What runs in the threads of `passwords.ts`: one hash at a time, whoever else waits. */
import { hashSync, verifySync } from '@node-rs/argon2';

/** OWASP's first recommendation. @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
export const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with a salt of its own. */
export function hash(password: string): string {
  return hashSync(password, cost);
}

/** Whether a hash was made of this password. */
export function verify({ passwordHash, password }: { passwordHash: string; password: string }): boolean {
  return verifySync(passwordHash, password);
}
