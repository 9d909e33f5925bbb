import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, doorNames, openDoor } from '../contract/doors.ts';
import { password, type TestApp, testApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import { holding } from '../support/locks.ts';
import type { UserAgent } from '../support/user-agent.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

async function signIn(username: string): Promise<UserAgent> {
  const agent = app.visitor();
  expect((await agent.rest('POST', '/login', { username, password })).status).toBe(200);
  return agent;
}

const isIn = async (agent: UserAgent) => (await agent.rest('GET', '/me')).status === 200;

/** Makes every proof of who somebody is older than a sensitive change accepts. */
const age = () => app.db.execute(sql`update sessions set authenticated_at = now() - interval '601 seconds'`);

describe.each(doorNames)('through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });

  test('check 11: a changed password ends the other sessions, unless they are to stay', async () => {
    const name = `password-${doorName}`;
    const [here, there] = [await app.user(name), await signIn(name)];
    await door.call(here, 'accounts.changePassword', { password: 'second secret', revokeOthers: false });
    expect(await isIn(there)).toBe(true);
    await door.call(here, 'accounts.changePassword', { password: 'third secret' });
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
  });

  test('check 11: a changed factor ends the other sessions, unless they are to stay', async () => {
    const name = `factor-${doorName}`;
    const here = await app.user(name);
    const others = [await signIn(name), await signIn(name)] as const;
    const confirm = async (step: number, revokeOthers: boolean) => {
      const { secret } = await here.rpc.factors.beginTotp.mutate();
      const input = { code: totpCode(secret, step), revokeOthers };
      expect(await door.call(here, 'factors.confirmTotp', input)).toMatchObject({ ok: true });
    };
    await confirm(0, false);
    await door.call(here, 'factors.removeTotp', { revokeOthers: false });
    expect(await isIn(others[0])).toBe(true);
    await confirm(0, true);
    expect([await isIn(here), await isIn(others[0]), await isIn(others[1])]).toEqual([true, false, false]);
    await door.call(here, 'factors.removeTotp', { revokeOthers: false });
    const third = await signIn(name);
    await confirm(0, false);
    await door.call(here, 'factors.removeTotp', {});
    expect([await isIn(here), await isIn(third)]).toEqual([true, false]);
  });

  test('check 12: devices are listed and signed out after a recent proof of who asks, and not otherwise', async () => {
    const name = `recent-${doorName}`;
    const [here, there] = [await app.user(name), await signIn(name)];
    const sensitive = [
      ['accounts.sessions', {}],
      ['accounts.revokeSession', { id: there.cookies().split(/[=.]/)[1] }],
      ['accounts.revokeOtherSessions', {}],
    ] as const;
    await age();
    for (const [id, input] of sensitive) {
      expect(await door.call(here, id, input)).toMatchObject({
        status: 403,
        code: 'reauthentication_required',
      });
    }
    expect(await isIn(there)).toBe(true);
    await door.call(here, 'accounts.reauthenticate', { password });
    for (const [id, input] of sensitive) expect(await door.call(here, id, input)).toMatchObject({ ok: true });
    expect(await isIn(there)).toBe(false);
  });

  test('check 36: how one gets in is changed after a recent proof of who asks, and not otherwise', async () => {
    const user = await app.user();
    const { secret } = await user.rpc.factors.beginTotp.mutate();
    await age();
    const changes: [string, object][] = [
      ['factors.beginTotp', {}],
      ['factors.confirmTotp', { code: totpCode(secret) }],
      ['factors.removeTotp', {}],
      ['factors.renewRecoveryCodes', {}],
      ['accounts.changePassword', { password: 'another secret' }],
      ['accounts.changeEmail', { email: 'elsewhere@example.com' }],
      ['connections.connect', { provider: 'oidc' }],
      ['connections.remove', { provider: 'oidc', subject: 'x' }],
      ['privacy.requestDeletion', {}],
    ];
    const isRecent = (id: string) => app.app.operations.find((one) => one.id === id)?.access;
    for (const [id] of changes)
      expect({ id, access: isRecent(id) }).toMatchObject({ access: { recent: true } });
    for (const [id, input] of changes) {
      const outcome = await door.call(user, id, input);
      expect({ id, ...outcome }).toMatchObject({ id, status: 403, code: 'reauthentication_required' });
      if (!outcome.ok) expect(outcome.problem.type).toBe('/api/docs/errors#reauthentication_required');
    }
    expect(await user.rpc.factors.status.query()).toMatchObject({ totpConfirmedAt: null });
  });
});

describe('what happens at once', () => {
  test('check 11: a sign-in with the old password that overlaps its change opens no session', async () => {
    const user = await app.user('overlap');
    const { id } = await user.rpc.accounts.me.query();
    await using held = await holding(app.db, sql`select from users where id = ${id} for no key update`);
    const change = user.rest('PUT', '/me/password', { password: 'the new secret' });
    await held.waiting(1);
    // Its password is right still, and it waits behind the change.
    const visitor = app.visitor();
    const login = visitor.rest('POST', '/login', { username: 'overlap', password });
    await held.waiting(2);
    await held.release();
    expect((await change).status).toBe(204);
    expect((await login).status).toBe(401);
    expect(await user.rpc.accounts.sessions.query()).toMatchObject({ items: [{ current: true }] });
  });

  test('check 11: an app that signs in with the old password while it is changed gets no tokens', async () => {
    const user = await app.user('overlap-app');
    const { id } = await user.rpc.accounts.me.query();
    await using held = await holding(app.db, sql`select from users where id = ${id} for no key update`);
    const change = user.rest('PUT', '/me/password', { password: 'the new secret' });
    await held.waiting(1);
    const tokens = app.visitor().rest('POST', '/tokens', { username: 'overlap-app', password });
    await held.waiting(2);
    await held.release();
    expect((await change).status).toBe(204);
    expect((await tokens).status).toBe(401);
    expect(await user.rpc.accounts.sessions.query()).toMatchObject({ items: [{ current: true }] });
  });

  test('check 07: a logout that overlaps a renewal leaves nobody signed in by the old token, and a renewal after it fails', async () => {
    const user = await app.user('leaves');
    const cookie = user.cookies();
    const id = cookie.split(/[=.]/)[1] ?? '';
    await using held = await holding(app.db, sql`select from sessions where id = ${id} for update`);
    const logout = user.fetch('/api/logout', { method: 'POST' });
    await held.waiting(1);
    const renewal = app.visitor().rest('POST', '/reauthentication', { password }, { cookie });
    await held.waiting(2);
    await held.release();
    expect((await logout).status).toBe(204);
    expect((await renewal).status).toBe(401);
    expect((await renewal).headers.getSetCookie()).toEqual([]);
    const left = await app.db.execute(
      sql`select from sessions where user_id = (select id from users where username = 'leaves')`,
    );
    expect(left).toHaveLength(0);
  });

  test('check 07: a logout that overlaps the extension of a session leaves it ended', async () => {
    const user = await app.user('extends');
    const cookie = user.cookies();
    const id = cookie.split(/[=.]/)[1] ?? '';
    await app.db.execute(sql`update sessions set expires_at = now() + interval '1 day' where id = ${id}`);
    await using held = await holding(app.db, sql`select from sessions where id = ${id} for update`);
    const leaving = (async () => app.db.execute(sql`delete from sessions where id = ${id}`))();
    await held.waiting(1);
    const use = app.visitor().rest('GET', '/me', undefined, { cookie });
    await held.waiting(2);
    await held.release();
    await leaving;
    await use;
    expect((await app.visitor().rest('GET', '/me', undefined, { cookie })).status).toBe(401);
  });

  test('check 12: a device that gets a new token while all others are signed out is signed out', async () => {
    const [owner, thief] = [await app.user('renews'), await signIn('renews')];
    const id = thief.cookies().split(/[=.]/)[1] ?? '';
    await using held = await holding(app.db, sql`select from sessions where id = ${id} for update`);
    const renewal = thief.rest('POST', '/reauthentication', { password });
    await held.waiting(1);
    const revocation = owner.rest('DELETE', '/me/sessions');
    await held.waiting(2);
    await held.release();
    expect((await renewal).status).toBe(204);
    expect((await revocation).status).toBe(204);
    expect(await isIn(thief)).toBe(false);
    expect(await owner.rpc.accounts.sessions.query()).toMatchObject({ items: [{ current: true }] });
  });

  test('check 32: a sign-in without a code that ends after the account asks for one opens nothing', async () => {
    const user = await app.user('overlap-factor');
    const { id } = await user.rpc.accounts.me.query();
    const { secret } = await user.rpc.factors.beginTotp.mutate();
    await using held = await holding(app.db, sql`select from users where id = ${id} for no key update`);
    // Their password is right and no code is asked for yet; then they wait for the row of the user.
    const body = { username: 'overlap-factor', password };
    const signIns = [app.visitor().rest('POST', '/login', body), app.visitor().rest('POST', '/tokens', body)];
    await held.waiting(2);
    await user.rpc.factors.confirmTotp.mutate({ code: totpCode(secret), revokeOthers: false });
    await held.release();
    expect((await Promise.all(signIns)).map(({ status }) => status)).toEqual([401, 401]);
    expect(await user.rpc.accounts.sessions.query()).toMatchObject({ items: [{ current: true }] });
  });

  test('check 05: of two renewals at once one wins', async () => {
    const user = await app.user('twice');
    const cookie = user.cookies();
    const id = cookie.split(/[=.]/)[1] ?? '';
    await using held = await holding(app.db, sql`select from sessions where id = ${id} for update`);
    const renew = () => app.visitor().rest('POST', '/reauthentication', { password }, { cookie });
    const renewals = [renew(), renew()];
    await held.waiting(2);
    await held.release();
    const statuses = (await Promise.all(renewals)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([204, 401]);
  });

  test('when a session was last used is written once in a few minutes', async () => {
    const user = await app.user('seldom');
    const id = user.cookies().split(/[=.]/)[1] ?? '';
    const lastUsed = async () => {
      const [row] = await app.db.execute<{ age: number }>(
        sql`select extract(epoch from now() - last_used_at)::float as age from sessions where id = ${id}`,
      );
      return row?.age ?? -1;
    };
    const set = (seconds: number) =>
      app.db.execute(
        sql`update sessions set last_used_at = now() - make_interval(secs => ${seconds}) where id = ${id}`,
      );
    await set(200);
    await user.rest('GET', '/me');
    expect(await lastUsed()).toBeGreaterThan(199);
    await set(400);
    await user.rest('GET', '/me');
    expect(await lastUsed()).toBeLessThan(60);
  });
});
