import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorNames, openDoor } from '../contract/doors.ts';
import { password, type TestApp, testApp } from '../support/app.ts';
import { holding } from '../support/locks.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({}, undefined, undefined, { heartbeatMs: 50 });
});
afterAll(() => app[Symbol.asyncDispose]());

const shut = {
  disabled: (username: string) =>
    app.db.execute(sql`update users set disabled_at = now() where username = ${username}`),
  'about to be deleted': (username: string) =>
    app.db.execute(
      sql`update users set delete_after = now() + interval '7 days' where username = ${username}`,
    ),
} as const;

describe.each(doorNames)('check 10: through %s', (doorName) => {
  test.each(['disabled', 'about to be deleted'] as const)(
    'an account that is %s loses every session at once and has no way in',
    async (state) => {
      const door = openDoor(doorName, app);
      const username = `${doorName}-${state.slice(0, 5)}`;
      const first = await app.user(username);
      const second = app.visitor();
      const login = (secret = password) =>
        door.call(second, 'accounts.login', { username, password: secret });
      expect(await login()).toMatchObject({ ok: true });
      await shut[state](username);
      for (const agent of [first, second]) {
        expect(await door.call(agent, 'accounts.me')).toMatchObject({ status: 401, code: 'unauthenticated' });
        expect(await door.call(agent, 'accounts.reauthenticate', { password })).toMatchObject({
          status: 401,
        });
      }
      expect(await login()).toMatchObject({ status: 403, code: 'account_disabled' });
      expect(await login('not it')).toMatchObject({ status: 401, code: 'invalid_credentials' });
    },
  );
});

test.each(['disabled', 'about to be deleted'] as const)(
  'check 10: the streams of an account that is %s end',
  async (state) => {
    const username = `streams-${state.slice(0, 5)}`;
    const user = await app.user(username);
    const { id } = await user.rpc.posts.create.mutate({ title: 'Live', body: '', status: 'published' });
    const response = await user.fetch(`/api/posts/${id}/comments/live`);
    expect(response.status).toBe(200);
    await shut[state](username);
    // Reads to the end: a stream that stays open fails by the test's own time.
    await response.text();
  },
);

test('check 10: an account that is shut while somebody signs in opens no session', async () => {
  await app.user('meanwhile');
  await using shutting = await holding(
    app.db,
    sql`update users set disabled_at = now() where username = 'meanwhile'`,
  );
  // Its password is right, and it waits for the row of the user, which the shutting holds.
  const login = app.visitor().rest('POST', '/login', { username: 'meanwhile', password });
  await shutting.waiting(1);
  await shutting.release();
  expect((await login).status).toBe(401);
  const [open] = await app.db.execute<{ count: number }>(
    sql`select count(*)::int as count from sessions where user_id = (select id from users where username = 'meanwhile')
      and created_at > (select disabled_at from users where username = 'meanwhile')`,
  );
  expect(open?.count).toBe(0);
});
