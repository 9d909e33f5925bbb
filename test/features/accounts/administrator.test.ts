import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureAdmin } from '../../../server/src/administrator.ts';
import { hashPassword, verifyPassword } from '../../../server/src/engine/auth/passwords.ts';
import { createUser, hasUsers } from '../../../server/src/features/accounts/accounts.service.ts';
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

  test('of an account that anybody may have made before, nothing stays that signs them in', async () => {
    const { db } = services;
    const { id } = await createUser(db, { username: 'early', email: 'early@example.com', passwordHash });
    const holdings = ['token_families', 'connections', 'mailed_links', 'totp_factors', 'recovery_codes'];
    const left = async () => {
      const found = [];
      for (const table of holdings)
        if ((await services.sql`select from ${services.sql(table)} where user_id = ${id}`).length > 0)
          found.push(table);
      return found;
    };
    await services.sql`
      insert into token_families (id, user_id, scopes, address, user_agent, expires_at)
      values (${id}, ${id}, '{all}', '', '', now() + interval '1 day')`;
    await services.sql`
      insert into connections (provider, issuer, subject, user_id, label)
      values ('oidc', 'issuer', 'subject', ${id}, '')`;
    await services.sql`
      insert into mailed_links (id, purpose, user_id, email, secret_hash, expires_at)
      values ('link', 'change_email', ${id}, 'thief@example.org', '\\x00', now() + interval '1 hour')`;
    await services.sql`
      insert into totp_factors (user_id, sealed_secret, confirmed_at) values (${id}, '\\x00', now())`;
    await services.sql`
      insert into recovery_codes (id, user_id, code_hash) values (${id}, ${id}, '\\x00')`;
    expect(await left()).toEqual(holdings);
    await ensureAdmin(db, { username: 'early', email: 'early@example.com', password: 'of the operator' });
    const [open] =
      await services.sql`select from token_families where user_id = ${id} and revoked_at is null`;
    expect(open).toBeUndefined();
    expect(await left()).toEqual(['token_families']);
  });

  test('an administrator whose password is changed by the configuration keeps the second factor', async () => {
    const { db } = services;
    const { id } = await services.caller();
    const [user] = await services.sql`
      update users set email_verified_at = now() where id = ${id} returning username, email`;
    await services.sql`
      insert into totp_factors (user_id, sealed_secret, confirmed_at) values (${id}, '\\x00', now())`;
    await ensureAdmin(db, { username: user?.username, email: user?.email, password });
    expect(await services.sql`select from totp_factors where user_id = ${id}`).toHaveLength(1);
  });

  test('is made also when somebody has the username', async () => {
    await createUser(services.db, { username: 'root', email: 'root@example.com', passwordHash });
    await ensureAdmin(services.db, { username: 'Root', email: 'second@example.com', password });
    const [row] = await services.sql`select username, role from users where email = 'second@example.com'`;
    expect(row).toMatchObject({ username: expect.stringMatching(/^Root-\d+$/), role: 'admin' });
  });
});
