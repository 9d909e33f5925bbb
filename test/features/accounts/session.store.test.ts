import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../../server/src/engine/auth/caller.ts';
import type { SessionStore, StoredSession } from '../../../server/src/engine/auth/session-store.ts';
import { createVault } from '../../../server/src/engine/auth/vault.ts';
import { sessionStore } from '../../../server/src/features/accounts/session.store.ts';
import { factorsIn } from '../../../server/src/features/factors/use-factor.service.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
let store: SessionStore;
let user: Caller;
beforeAll(async () => {
  services = await testServices();
  store = sessionStore(services.db, factorsIn(createVault('a secret of the test')));
  user = await services.caller();
});
afterAll(() => services[Symbol.asyncDispose]());
beforeEach(() => services.sql`delete from sessions`);

const day = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(Date.now() + days * day);
const session = (more: Partial<StoredSession> = {}): StoredSession => ({
  id: 'public-id',
  userId: user.id,
  secretHash: Buffer.from('a'.repeat(32)),
  address: '10.0.0.1',
  userAgent: 'Browser',
  createdAt: at(0),
  expiresAt: at(1),
  authenticatedAt: at(0),
  lastUsedAt: at(0),
  ...more,
});

test('a session comes back with its user', async () => {
  const stored = session();
  await store.insert(stored);
  const found = await store.find('public-id');
  expect(found?.session).toMatchObject({ ...stored, secretHash: expect.anything() });
  expect(Buffer.from(found?.session.secretHash ?? '').equals(Buffer.from(stored.secretHash))).toBe(true);
  expect(found?.user).toEqual({ id: user.id, username: user.username, role: 'user' });
  expect(await store.find('another-id')).toBeNull();
});

test('a role that changed shows at the next look', async () => {
  await store.insert(session());
  await services.sql`update users set role = 'admin' where id = ${user.id}`;
  expect((await store.find('public-id'))?.user.role).toBe('admin');
  await services.sql`update users set role = 'user' where id = ${user.id}`;
});

test('an end is moved later, never earlier, and a revoked session stays gone', async () => {
  await store.insert(session());
  await store.extend('public-id', at(5));
  await store.extend('public-id', at(2));
  const end = (await store.find('public-id'))?.session.expiresAt.getTime() ?? 0;
  expect(Math.abs(end - at(5).getTime())).toBeLessThan(5_000);
  await store.remove('public-id');
  await store.extend('public-id', at(9));
  expect(await store.find('public-id')).toBeNull();
});

test('the sweep removes what has ended or is past its absolute life', async () => {
  await store.insert(session({ id: 'alive' }));
  await store.insert(session({ id: 'ended', expiresAt: at(-1) }));
  await store.insert(session({ id: 'ancient', createdAt: at(-91) }));
  await store.removeExpired();
  expect((await store.listByUser(user.id)).map(({ id }) => id)).toEqual(['alive']);
});

test('all sessions of a user end together, and only theirs', async () => {
  const other = await services.caller();
  await store.insert(session({ id: 'one' }));
  await store.insert(session({ id: 'two' }));
  await store.insert(session({ id: 'theirs', userId: other.id }));
  await store.removeByUser(user.id);
  expect(await store.listByUser(user.id)).toEqual([]);
  expect(await store.listByUser(other.id)).toHaveLength(1);
});
