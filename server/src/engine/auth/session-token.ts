/** The session token `publicId.secret`: the database knows the id and a keyed hash of the secret, never the token. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token's two halves. */
export interface SessionToken {
  readonly publicId: string;
  readonly secret: string;
}

const form = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** Makes a token: 128 random bits of id, 256 of secret. */
export function newToken(): string {
  return `${randomBytes(16).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
}

/** Splits a token; null when it has not the form of one. */
export function parseToken(token: string): SessionToken | null {
  const [, publicId, secret] = form.exec(token) ?? [];
  return publicId && secret ? { publicId, secret } : null;
}

/** HMAC-SHA-256 of the secret; changing the key ends every session. */
export function hashSecret(secret: string, key: string): Buffer {
  return createHmac('sha256', key).update(secret).digest();
}

/** Compares in constant time. */
export function isSecret(secret: string, key: string, expected: Uint8Array): boolean {
  const actual = hashSecret(secret, key);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
