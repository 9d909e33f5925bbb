import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../../../server/src/engine/auth/passwords.ts';
import { createUser, hasUsers, readProfile } from '../../../server/src/features/accounts/accounts.service.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services[Symbol.asyncDispose]());

const password = 'correct horse battery';
const passwordHash = await hashPassword(password);

test('a profile is found by id and by username, whatever its case', async () => {
  const { id } = await createUser(services.db, { username: 'Mira', email: 'mira@example.com', passwordHash });
  const ctx = { db: services.db, rules: { requireVerifiedEmail: false } };
  for (const reference of [id, 'Mira', 'mIRA']) {
    expect(await readProfile(ctx, reference)).toMatchObject({ id, username: 'Mira', name: 'Mira' });
  }
  await expect(readProfile(ctx, 'mira@example.com')).rejects.toMatchObject({ reason: 'not_found' });
  const strict = { ...ctx, rules: { requireVerifiedEmail: true } };
  await expect(readProfile(strict, id)).rejects.toMatchObject({ reason: 'not_found' });
});

test('a user who goes takes their files, posts and sessions along', async () => {
  const { db, sql } = services;
  const caller = await services.caller();
  await services.pictureOf(caller);
  await sql`delete from users where id = ${caller.id}`;
  expect(await sql`select 1 from files where owner_id = ${caller.id}`).toHaveLength(0);
  expect(await hasUsers(db)).toBe(true);
});
