import type { ManagedAuditEntry, ManagedUser } from '@portico/shared/admin';
import type { Page } from '@portico/shared/paging';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const idOf = async (agent: UserAgent) => (await agent.rpc.accounts.me.query()).id;

describe.each(doorNames)('administration through %s', (doorName) => {
  let door: Door;
  let admin: UserAgent;
  beforeAll(async () => {
    door = openDoor(doorName, app);
    admin = await app.admin();
  });

  const search = async (input: object) =>
    answerOf<Page<ManagedUser>>(await door.call(admin, 'admin.users', input)).items;

  test('users are found by part of a name or an address, whatever the case', async () => {
    await app.user(`needle-${doorName}`);
    for (const q of [`NEEDLE-${doorName}`, `edle-${doorName}`, `needle-${doorName}@EXAMPLE`]) {
      const [found, ...others] = await search({ q });
      expect(found).toMatchObject({ username: `needle-${doorName}`, standing: 'active', role: 'user' });
      expect(others).toEqual([]);
    }
    expect(await search({ q: 'needle%' })).toEqual([]);
    expect((await search({ role: 'admin' })).every(({ role }) => role === 'admin')).toBe(true);
  });

  test('check 10: who is shut out has no session, no token and no way in, at once; opened again they sign in anew', async () => {
    const username = `shut-${doorName}`;
    const user = await app.user(username);
    const id = await idOf(user);
    const tokens = await app.visitor().rpc.tokens.create.mutate({ username, password });
    const shut = answerOf<ManagedUser>(await door.call(admin, 'admin.disable', { id }));
    expect(shut).toMatchObject({ standing: 'disabled', disabledAt: expect.any(Date) });
    expect(await door.call(user, 'accounts.me')).toMatchObject({ status: 401 });
    const headers = { authorization: `Bearer ${tokens.accessToken}` };
    expect((await app.visitor().rest('GET', '/me', undefined, headers)).status).toBe(401);
    for (const way of ['accounts.login', 'tokens.create']) {
      expect(await door.call(app.visitor(), way, { username, password })).toMatchObject({
        status: 403,
        code: 'account_disabled',
      });
    }
    expect(await search({ q: username, standing: 'disabled' })).toHaveLength(1);
    await door.call(admin, 'admin.enable', { id });
    expect(await door.call(user, 'accounts.me')).toMatchObject({ status: 401 });
    expect(await door.call(app.visitor(), 'accounts.login', { username, password })).toMatchObject({
      ok: true,
    });
  });

  test('check 50: a role holds from the next request on', async () => {
    const user = await app.user();
    const id = await idOf(user);
    expect(await door.call(user, 'admin.users', {})).toMatchObject({ status: 403, code: 'forbidden' });
    await door.call(admin, 'admin.setRole', { id, role: 'admin' });
    expect(await door.call(user, 'admin.users', {})).toMatchObject({ ok: true });
    await door.call(admin, 'admin.setRole', { id, role: 'user' });
    expect(await door.call(user, 'admin.users', {})).toMatchObject({ status: 403 });
  });

  test('nobody shuts their own account, and a user who is not there is not found', async () => {
    expect(await door.call(admin, 'admin.disable', { id: await idOf(admin) })).toMatchObject({ status: 409 });
    const id = crypto.randomUUID();
    for (const operation of ['admin.user', 'admin.disable', 'admin.enable']) {
      expect(await door.call(admin, operation, { id })).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect(await door.call(admin, 'admin.setRole', { id, role: 'user' })).toMatchObject({ status: 404 });
  });

  test('the log says who did what to whom', async () => {
    const user = await app.user(`logged-${doorName}`);
    const id = await idOf(user);
    await door.call(admin, 'admin.disable', { id });
    const { items } = answerOf<Page<ManagedAuditEntry>>(
      await door.call(admin, 'admin.events', { userId: id, event: 'account_disabled' }),
    );
    expect(items).toMatchObject([
      { event: 'account_disabled', user: { id }, actor: { id: await idOf(admin) } },
    ]);
    const mine = answerOf<Page<ManagedAuditEntry>>(
      await door.call(admin, 'admin.events', { userId: await idOf(admin) }),
    );
    expect(mine.items.map(({ event }) => event)).toContain('account_disabled');
  });

  test('changes ask for a recent proof, reading does not', async () => {
    const late = await app.admin();
    const id = await idOf(await app.user());
    await app.db.execute(
      sql`update sessions set authenticated_at = now() - interval '1 hour' where user_id = ${await idOf(late)}`,
    );
    expect(await door.call(late, 'admin.users', {})).toMatchObject({ ok: true });
    expect(await door.call(late, 'admin.disable', { id })).toMatchObject({
      code: 'reauthentication_required',
    });
  });
});

describe('the last administrator', () => {
  test('cannot be sent away, shut out, or leave', async () => {
    await using lonely = await testApp();
    const admin = await lonely.admin();
    const id = await idOf(admin);
    const refused = { status: 409, code: 'last_admin' };
    const door = openDoor('rest', lonely);
    expect(await door.call(admin, 'admin.setRole', { id, role: 'user' })).toMatchObject(refused);
    expect(await door.call(admin, 'privacy.requestDeletion')).toMatchObject(refused);
    expect(await door.call(admin, 'admin.users', {})).toMatchObject({ ok: true });
  });

  test('of two who send each other away at the same moment one stays', async () => {
    await using pair = await testApp();
    const admins = [await pair.admin(), await pair.admin()];
    const ids = await Promise.all(admins.map(idOf));
    const door = openDoor('rest', pair);
    // Both calls wait for this transaction at the rows that each of them has to lock, so that they decide together.
    const locked = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const holding = pair.db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from users where role = 'admin' order by id for update`);
      locked.resolve();
      await held.promise;
    });
    await locked.promise;
    const calls = admins.map((admin, index) =>
      door.call(admin, 'admin.setRole', { id: ids[1 - index], role: 'user' }),
    );
    await expect
      .poll(async () => {
        const [row] = await pair.db.execute<{ waiting: number }>(
          sql`select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
        return row?.waiting;
      })
      .toBe(2);
    held.resolve();
    await holding;
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ status: 409, code: 'last_admin' });
    const left = await pair.db.execute(sql`select id from users where role = 'admin'`);
    expect(left).toHaveLength(1);
  });
});
