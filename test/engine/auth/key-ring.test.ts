import { expect, test } from 'vitest';
import { connect } from '../../../server/src/db/connect.ts';
import {
  createKeyRing,
  type KeyStore,
  leadMs,
  rotationMs,
  type StoredKey,
} from '../../../server/src/engine/auth/key-ring.ts';
import { createSeal } from '../../../server/src/engine/auth/seal.ts';
import { signingKeyStore } from '../../../server/src/features/tokens/signing-key.store.ts';
import { testDatabase } from '../../support/database.ts';

const secret = 'a secret of the server, thirty-two characters or more';

async function ringAt(start: number, store: KeyStore, tokenSecret = secret) {
  let clock = start;
  const seal = createSeal(tokenSecret, 'signing key');
  const ring = createKeyRing({ store, seal, tokenSeconds: 600, now: () => clock });
  const ids = async () => (await ring.keySet()).keys.map(({ kid }) => kid);
  const advance = (ms: number) => {
    clock += ms;
  };
  return { ring, ids, advance };
}

/** A database of its own with the real store. */
async function withStore(work: (store: KeyStore) => Promise<void>): Promise<void> {
  await using database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: 3 });
  try {
    await work(signingKeyStore(db));
  } finally {
    await close();
  }
}

test('the first key signs at once; its successor is published an hour before it signs', async () => {
  await withStore(async (store) => {
    const { ring, ids, advance } = await ringAt(Date.now(), store);
    const first = (await ring.signingKey()).id;
    expect(await ids()).toEqual([first]);
    advance(rotationMs);
    expect((await ring.signingKey()).id).toBe(first);
    const [, second] = await ids();
    expect(second).toBeDefined();
    advance(leadMs - 1);
    expect((await ring.signingKey()).id).toBe(first);
    advance(1);
    expect((await ring.signingKey()).id).toBe(second);
    expect(await ring.verifyingKey(first)).toBeDefined();
  });
});

test('a key stays as long as what it signed may be valid, and then goes', async () => {
  await withStore(async (store) => {
    const { ring, ids, advance } = await ringAt(Date.now(), store);
    const first = (await ring.signingKey()).id;
    advance(rotationMs);
    await ring.rotate();
    advance(leadMs + 599_000);
    await ring.rotate();
    expect(await ids()).toContain(first);
    advance(2 * 60 * 60 * 1000);
    await ring.rotate();
    expect(await ids()).not.toContain(first);
    expect(await ring.verifyingKey(first)).toBeUndefined();
  });
});

test('processes that start at once share one key', async () => {
  await withStore(async (store) => {
    const rings = await Promise.all([1, 2, 3].map(() => ringAt(Date.now(), store)));
    const ids = await Promise.all(rings.map(async ({ ring }) => (await ring.signingKey()).id));
    expect(new Set(ids).size).toBe(1);
  });
});

test('a key of another process is found when a token names it', async () => {
  await withStore(async (store) => {
    const [one, other] = [await ringAt(Date.now(), store), await ringAt(Date.now(), store)];
    expect(await one.ring.verifyingKey('unknown')).toBeUndefined();
    const { id } = await other.ring.signingKey();
    one.advance(5_001);
    expect(await one.ring.verifyingKey(id)).toBeDefined();
  });
});

test('another secret begins anew: what was signed before is not valid any more', async () => {
  await withStore(async (store) => {
    const before = await ringAt(Date.now(), store);
    const { id } = await before.ring.signingKey();
    const after = await ringAt(Date.now(), store, `${secret}!`);
    const renewed = await after.ring.signingKey();
    expect(renewed.id).not.toBe(id);
    expect(await after.ring.verifyingKey(id)).toBeUndefined();
  });
});

test('the public set shows no private half', async () => {
  await withStore(async (store) => {
    const { ring } = await ringAt(Date.now(), store);
    await ring.signingKey();
    expect(Object.keys((await ring.keySet()).keys[0] ?? {}).toSorted()).toEqual([
      'alg',
      'crv',
      'kid',
      'kty',
      'use',
      'x',
    ]);
    const stored: readonly StoredKey[] = await store.list();
    expect(Buffer.from(stored[0]?.sealedPrivateKey ?? []).includes('PRIVATE')).toBe(false);
  });
});
