import type { Device } from '@portico/shared/accounts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor, pointersOf } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0';

describe.each(doorNames)('devices through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });

  const signIn = async (username: string, secret = password) => {
    const agent = app.visitor();
    const headers = { 'user-agent': firefox };
    expect((await agent.rest('POST', '/login', { username, password: secret }, headers)).status).toBe(200);
    return agent;
  };
  const list = async (agent: UserAgent) =>
    answerOf<{ items: Device[] }>(await door.call(agent, 'accounts.sessions')).items;
  const isIn = async (agent: UserAgent) => (await door.call(agent, 'accounts.me')).ok;

  test('a user sees where they are signed in, the last used first', async () => {
    const first = await app.user(`lists-${doorName}`);
    await app.db.execute(sql`update sessions set last_used_at = now() - interval '1 minute'`);
    await signIn(`lists-${doorName}`);
    const found = await list(first);
    expect(found).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{22}$/),
        kind: 'browser',
        name: 'Firefox on Windows',
        address: expect.stringMatching(/^10\.1\./),
        createdAt: expect.anything(),
        lastUsedAt: expect.anything(),
        current: false,
      },
      expect.objectContaining({ current: true }),
    ]);
  });

  test('one device is signed out, or all others are', async () => {
    const name = `revokes-${doorName}`;
    const [here, second, third] = [await app.user(name), await signIn(name), await signIn(name)];
    const [other] = (await list(second)).filter(({ current }) => current);
    expect(await door.call(here, 'accounts.revokeSession', { id: other?.id })).toMatchObject({ ok: true });
    expect([await isIn(here), await isIn(second), await isIn(third)]).toEqual([true, false, true]);
    expect(await door.call(here, 'accounts.revokeSession', { id: other?.id })).toMatchObject({ status: 404 });
    expect(await door.call(here, 'accounts.revokeOtherSessions')).toMatchObject({ ok: true });
    expect([await isIn(here), await isIn(third)]).toEqual([true, false]);
    expect(await list(here)).toHaveLength(1);
  });

  test('another user’s device is not found, and stays signed in', async () => {
    const [owner, other] = [await app.user(), await app.user()];
    const [device] = await list(owner);
    expect(await door.call(other, 'accounts.revokeSession', { id: device?.id })).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    await door.call(other, 'accounts.revokeOtherSessions');
    expect(await isIn(owner)).toBe(true);
  });

  test('proving again who they are gives a user a new token and a recent proof', async () => {
    const user = await app.user(`again-${doorName}`);
    await app.db.execute(sql`update sessions set authenticated_at = now() - interval '11 minutes'`);
    expect(await door.call(user, 'accounts.sessions')).toMatchObject({
      status: 403,
      code: 'reauthentication_required',
    });
    const before = user.cookies();
    const nothing = await door.call(user, 'accounts.reauthenticate', {});
    expect(nothing).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(pointersOf(nothing)).toEqual(['/password']);
    expect(await door.call(user, 'accounts.reauthenticate', { password: 'not it' })).toMatchObject({
      status: 401,
      code: 'invalid_credentials',
    });
    expect(user.cookies()).toBe(before);
    expect(await door.call(user, 'accounts.reauthenticate', { password })).toMatchObject({ ok: true });
    expect(user.cookies()).not.toBe(before);
    expect(await list(user)).toHaveLength(1);
  });

  test('a user changes their password; other devices are signed out unless they are to stay', async () => {
    const name = `changes-${doorName}`;
    const [here, there] = [await app.user(name), await signIn(name)];
    const change = (input: object) => door.call(here, 'accounts.changePassword', input);
    expect(await change({ password: 'a second secret', revokeOthers: false })).toMatchObject({ ok: true });
    expect(await isIn(there)).toBe(true);
    expect(await change({ password: 'a third secret' })).toMatchObject({ ok: true });
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await door.call(app.visitor(), 'accounts.login', { username: name, password })).toMatchObject({
      code: 'invalid_credentials',
    });
    expect(await isIn(await signIn(name, 'a third secret'))).toBe(true);
  });

  test.each([
    ['a common one', () => 'Password1', 'common_password'],
    ['the username', (name: string) => name.toUpperCase(), 'common_password'],
    ['the address', (name: string) => `${name}@example.com`, 'common_password'],
    ['a short one', () => '7 chars', 'too_small'],
  ])('%s is refused as a password, at its field', async (_, choose, code) => {
    const name = `chooses-${doorName}-${code.length}-${choose('').length}`;
    const user = await app.user(name);
    const input = { username: `${name}-2`, email: `${name}-2@example.com`, password: choose(`${name}-2`) };
    for (const outcome of [
      await door.call(user, 'accounts.changePassword', { password: choose(name) }),
      await door.call(app.visitor(), 'accounts.register', input),
    ]) {
      expect(outcome).toMatchObject({
        status: 422,
        code: 'invalid_input',
        problem: { errors: [{ pointer: '/password', code }] },
      });
    }
    expect(await isIn(await signIn(name))).toBe(true);
  });
});
