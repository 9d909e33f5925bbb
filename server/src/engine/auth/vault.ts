/** Everything that is kept under TOKEN_SECRET, by purpose: what was made for one purpose is worthless for another. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { createSeal, type Seal } from './seal.ts';

/** Keeps secrets so that a copy of the database gives none of them away. */
export interface Vault {
  /** Encrypts what has to be read again, such as the secret of an authenticator. */
  seal(purpose: string): Seal;
  /** Keyed hash (HMAC-SHA-256) of what only has to be recognised, such as a link that was sent. */
  hash(purpose: string, text: string): Buffer;
  /** Whether `hash` is that of `text`; takes constant time. */
  isHash(purpose: string, text: string, hash: Uint8Array): boolean;
}

/** @param secret of the server: TOKEN_SECRET */
export function createVault(secret: string): Vault {
  const seals = new Map<string, Seal>();
  const keys = new Map<string, Buffer>();
  const keyOf = (purpose: string): Buffer => {
    const key = keys.get(purpose) ?? deriveKey(secret, purpose);
    keys.set(purpose, key);
    return key;
  };
  const hash = (purpose: string, text: string) => createHmac('sha256', keyOf(purpose)).update(text).digest();
  return {
    seal(purpose) {
      const seal = seals.get(purpose) ?? createSeal(secret, purpose);
      seals.set(purpose, seal);
      return seal;
    },
    hash,
    isHash(purpose, text, expected) {
      const actual = hash(purpose, text);
      return actual.length === expected.length && timingSafeEqual(actual, expected);
    },
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc5869 */
function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `portico hash ${purpose}`, 32));
}
