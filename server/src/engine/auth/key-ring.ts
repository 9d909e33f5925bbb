/**
 * The keys that sign access tokens. A key is published an hour before it signs, so that whoever keeps a copy of the key
 * set knows it in time, and stays until the last token it signed is over.
 */
import { randomBytes } from 'node:crypto';
import { exportJWK, exportPKCS8, generateKeyPair, importJWK, importPKCS8, type JWK } from 'jose';

/** The algorithm of every access token. @see https://www.rfc-editor.org/rfc/rfc8037 */
export const algorithm = 'EdDSA';

/** A key as it is stored: the private half is encrypted. */
export interface StoredKey {
  readonly id: string;
  readonly publicJwk: JWK;
  readonly sealedPrivateKey: Uint8Array;
  readonly createdAt: Date;
}

/** Where keys are kept. */
export interface KeyStore {
  /** Oldest first. */
  list(): Promise<readonly StoredKey[]>;
  /** Adds the key that `make` answers, unless those there suffice; of several processes that ask at once one adds. */
  addUnless(suffice: (keys: readonly StoredKey[]) => boolean, make: () => Promise<StoredKey>): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

/** Encrypts private keys; null where it cannot open one. */
interface Sealing {
  close(text: string): Uint8Array;
  open(bytes: Uint8Array): string | null;
}

export interface KeyRingOptions {
  readonly store: KeyStore;
  readonly seal: Sealing;
  /** How long what a key signed is valid, in seconds. */
  readonly tokenSeconds: number;
  readonly now?: () => number;
}

/** Signs and verifies. */
export interface KeyRing {
  /** The key to sign with now. */
  signingKey(): Promise<{ readonly id: string; readonly key: CryptoKey }>;
  /** The public key of a `kid`; undefined when there is none. */
  verifyingKey(id: string): Promise<CryptoKey | undefined>;
  /** Every key that may be in use. @see https://www.rfc-editor.org/rfc/rfc7517#section-5 */
  keySet(): Promise<{ readonly keys: readonly JWK[] }>;
  /** Adds a key when the newest is old, and removes those whose tokens are all over. */
  rotate(): Promise<void>;
}

const hour = 60 * 60 * 1000;

/** Milliseconds after which a key gets a successor, and how long that is published before it signs. */
export const rotationMs = 30 * 24 * hour;
export const leadMs = hour;

/** Milliseconds that keys are remembered; an unknown `kid` looks again, but not more often than `patienceMs`. */
const memoryMs = 60_000;
const patienceMs = 5_000;

interface RingKey {
  readonly id: string;
  readonly createdAt: Date;
  readonly publicJwk: JWK;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

export function createKeyRing({ store, seal, tokenSeconds, now = Date.now }: KeyRingOptions): KeyRing {
  let known: Promise<readonly RingKey[]> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;

  const read = (maxAgeMs: number): Promise<readonly RingKey[]> => {
    if (known && now() - readAt < maxAgeMs) return known;
    readAt = now();
    known = store.list().then(async (keys) => {
      const opened = await Promise.all(keys.map((key) => openKey(key, seal)));
      return opened.filter((key) => key !== null);
    });
    known.catch(() => {
      known = undefined;
    });
    return known;
  };

  const rotate = async (): Promise<void> => {
    const isGood = ({ createdAt, sealedPrivateKey }: StoredKey) =>
      now() - createdAt.getTime() < rotationMs && seal.open(sealedPrivateKey) !== null;
    await store.addUnless(
      (keys) => keys.some(isGood),
      () => makeKey(seal, new Date(now())),
    );
    const keys = await store.list();
    await store.remove(
      keys.filter((_, index) => isOver(keys, index, now(), tokenSeconds)).map(({ id }) => id),
    );
    readAt = Number.NEGATIVE_INFINITY;
  };

  const usable = async (): Promise<readonly RingKey[]> => {
    const keys = await read(memoryMs);
    const newest = keys.at(-1);
    if (newest && now() - newest.createdAt.getTime() < rotationMs) return keys;
    await rotate();
    return read(memoryMs);
  };

  return {
    rotate,
    async signingKey() {
      const keys = await usable();
      const announced = keys.filter(({ createdAt }) => createdAt.getTime() + leadMs <= now());
      const key = announced.at(-1) ?? keys[0];
      if (!key) throw new Error('There is no key to sign with');
      return { id: key.id, key: key.privateKey };
    },
    async verifyingKey(id) {
      const find = (keys: readonly RingKey[]) => keys.find((key) => key.id === id)?.publicKey;
      return find(await read(memoryMs)) ?? find(await read(patienceMs));
    },
    async keySet() {
      return { keys: (await usable()).map(({ publicJwk }) => publicJwk) };
    },
  };
}

/** Whether a successor has been signing for longer than any token of this key is valid. */
function isOver(keys: readonly StoredKey[], index: number, now: number, tokenSeconds: number): boolean {
  const successor = keys[index + 1];
  return successor !== undefined && successor.createdAt.getTime() + leadMs + tokenSeconds * 1000 + hour < now;
}

async function makeKey(seal: Sealing, createdAt: Date): Promise<StoredKey> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const id = randomBytes(12).toString('base64url');
  const publicJwk = { ...(await exportJWK(publicKey)), kid: id, alg: algorithm, use: 'sig' };
  return { id, publicJwk, sealedPrivateKey: seal.close(await exportPKCS8(privateKey)), createdAt };
}

/** Null when the key was encrypted under another secret: what it signed is not valid any more. */
async function openKey(stored: StoredKey, seal: Sealing): Promise<RingKey | null> {
  const pkcs8 = seal.open(stored.sealedPrivateKey);
  if (pkcs8 === null) return null;
  const publicKey = await importJWK(stored.publicJwk, algorithm);
  if (publicKey instanceof Uint8Array) return null;
  return { ...stored, publicKey, privateKey: await importPKCS8(pkcs8, algorithm) };
}
