import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../../../server/src/engine/auth/passwords.ts';
import {
  createUser,
  ensureAdmin,
  hasUsers,
  readProfile,
  updateUser,
} from '../../../server/src/features/accounts/accounts.service.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services[Symbol.asyncDispose]());

const password = 'correct horse battery';
const passwordHash = await hashPassword(password);

describe('the administrator of the configuration', () => {
  const admin = { username: 'admin', email: 'Admin@example.com', password };
  const stored = async () => {
    const rows = await services.sql`select * from users where lower(email) = 'admin@example.com'`;
    return rows[0];
  };

  test('is made on an empty database, once', async () => {
    const { db } = services;
    expect(await hasUsers(db)).toBe(false);
    await Promise.all([ensureAdmin(db, admin), ensureAdmin(db, admin), ensureAdmin(db, admin)]);
    expect(await hasUsers(db)).toBe(true);
    expect(await services.sql`select 1 from users`).toHaveLength(1);
    expect(await stored()).toMatchObject({ username: 'admin', role: 'admin' });
  });

  test('stays untouched when nothing differs', async () => {
    const before = await stored();
    await ensureAdmin(services.db, admin);
    expect(await stored()).toEqual(before);
  });

  test('gets the password and the role of the configuration, and the sessions of another end', async () => {
    await services.sql`update users set role = 'user'`;
    await services.sql`
      insert into sessions (id, user_id, secret_hash, address, user_agent, expires_at)
      select 'stolen', id, '\\x00', '', '', now() + interval '1 day' from users`;
    await ensureAdmin(services.db, { ...admin, password: 'another password' });
    expect(await services.sql`select 1 from sessions`).toHaveLength(0);
    const row = await stored();
    expect(row?.role).toBe('admin');
    expect(await verifyPassword(row?.password_hash, 'another password')).toBe(true);
    expect(await verifyPassword(row?.password_hash, password)).toBe(false);
  });

  test('is made also when somebody has the username', async () => {
    await createUser(services.db, { username: 'root', email: 'root@example.com', passwordHash });
    await ensureAdmin(services.db, { username: 'Root', email: 'second@example.com', password });
    const [row] = await services.sql`select username, role from users where email = 'second@example.com'`;
    expect(row).toMatchObject({ username: expect.stringMatching(/^Root-\d+$/), role: 'admin' });
  });
});

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

test('an account may be renamed to another case of its own name', async () => {
  const { db } = services;
  const user = await createUser(db, { username: 'ilse', email: 'ilse@example.com', passwordHash });
  const caller = { ...(await services.caller()), id: user.id, username: 'ilse' };
  const renamed = await updateUser(db, caller, { id: user.id, username: 'Ilse' });
  expect(renamed).toMatchObject({ username: 'Ilse', version: 2 });
});

test('a user who goes takes their files, posts and sessions along', async () => {
  const { db, sql } = services;
  const caller = await services.caller();
  await services.pictureOf(caller);
  await sql`delete from users where id = ${caller.id}`;
  expect(await sql`select 1 from files where owner_id = ${caller.id}`).toHaveLength(0);
  expect(await hasUsers(db)).toBe(true);
});
