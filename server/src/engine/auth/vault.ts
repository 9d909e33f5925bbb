/** Everything that is kept under TOKEN_SECRET, by purpose: what was made for one purpose is worthless for another. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { createSeal, type Seal } from './seal.ts';

/** Keeps secrets so that a copy of the database gives none of them away. */
export interface Vault {
  /** Encrypts what has to be read again, such as the secret of an authenticator. */
  seal(purpose: string): Seal;
  /** Keyed hash (HMAC-SHA-256) of what only has to be recognised, such as a link that was sent. */
  hash(purpose: string, text: string): Buffer;
  /** That hash, and the one under the previous secret where there is one: to find what may have either. */
  hashes(purpose: string, text: string): Buffer[];
  /** Whether `hash` is one of those; takes constant time. */
  isHash(purpose: string, text: string, hash: Uint8Array): boolean;
}

/**
 * @param secret of the server: TOKEN_SECRET
 * @param previous the secret that it took the place of: TOKEN_SECRET_PREVIOUS
 */
export function createVault(secret: string, previous?: string): Vault {
  const seals = new Map<string, Seal>();
  const hash = hashUnder(secret);
  const pastHash = previous === undefined ? undefined : hashUnder(previous);
  const hashes = (purpose: string, text: string) => [
    hash(purpose, text),
    ...(pastHash ? [pastHash(purpose, text)] : []),
  ];
  return {
    seal(purpose) {
      const seal = seals.get(purpose) ?? createSeal(secret, purpose, previous);
      seals.set(purpose, seal);
      return seal;
    },
    hash,
    hashes,
    isHash: (purpose, text, expected) =>
      hashes(purpose, text).some(
        (actual) => actual.length === expected.length && timingSafeEqual(actual, expected),
      ),
  };
}

function hashUnder(secret: string): Vault['hash'] {
  const keys = new Map<string, Buffer>();
  return (purpose, text) => {
    const key = keys.get(purpose) ?? deriveKey(secret, purpose);
    keys.set(purpose, key);
    return createHmac('sha256', key).update(text).digest();
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc5869 */
function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `portico hash ${purpose}`, 32));
}
