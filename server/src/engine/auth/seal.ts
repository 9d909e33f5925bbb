/** Encrypts what the database has to keep and nobody may read from a copy of it: AES-256-GCM under a key of the server. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts for one purpose: what was sealed for one cannot be opened for another. */
export interface Seal {
  /** @returns a fresh nonce of 12 bytes, the tag of 16, and the cipher text */
  close(text: string): Buffer;
  /** The text; null when the bytes were not sealed by this server for this purpose, or were altered. */
  open(bytes: Uint8Array): string | null;
  /** What was sealed under the previous secret, sealed under the present one; null for everything else. */
  renew(bytes: Uint8Array): Buffer | null;
}

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * @param secret of the server, such as TOKEN_SECRET
 * @param purpose what is sealed, such as `totp`
 * @param previous the secret that it took the place of: what was sealed under it can still be opened
 */
export function createSeal(secret: string, purpose: string, previous?: string): Seal {
  const present = sealUnder(secret, purpose);
  const past = previous === undefined ? undefined : sealUnder(previous, purpose);
  return {
    close: present.close,
    open: (bytes) => present.open(bytes) ?? past?.open(bytes) ?? null,
    renew(bytes) {
      const text = present.open(bytes) === null ? past?.open(bytes) : null;
      return typeof text === 'string' ? present.close(text) : null;
    },
  };
}

/**
 * @see https://www.rfc-editor.org/rfc/rfc5869 for the key, https://csrc.nist.gov/pubs/sp/800/38/d/final for the cipher
 */
function sealUnder(secret: string, purpose: string): Omit<Seal, 'renew'> {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `portico seal ${purpose}`, 32));
  return {
    close(text) {
      const nonce = randomBytes(nonceLength);
      const encryption = createCipheriv(cipher, key, nonce);
      const encrypted = Buffer.concat([encryption.update(text, 'utf8'), encryption.final()]);
      return Buffer.concat([nonce, encryption.getAuthTag(), encrypted]);
    },
    open(bytes) {
      try {
        const decryption = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength), {
          authTagLength: tagLength,
        });
        decryption.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
        const text = decryption.update(bytes.subarray(nonceLength + tagLength));
        return Buffer.concat([text, decryption.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
