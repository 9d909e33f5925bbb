import { hash } from '@node-rs/argon2';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, type Door, doorNames, openDoor } from '../contract/doors.ts';
import { password, type TestApp, testApp } from '../support/app.ts';
import { holding } from '../support/locks.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const newcomer = (username: string, secret: string) => ({
  username,
  email: `${username}@example.com`,
  password: secret,
});

describe.each(doorNames)('a password that is chosen through %s', (doorName) => {
  let door: Door;
  let serial = 0;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });

  /** Chooses it for a new account, and for one that is there. */
  async function choose(secret: string) {
    serial += 1;
    const name = `p${serial}-${doorName}`;
    const registered = await door.call(app.visitor(), 'accounts.register', newcomer(name, secret));
    const user = await app.user();
    return [registered, await door.call(user, 'accounts.changePassword', { password: secret })];
  }

  const refusedAs = (code: string) => ({
    status: 422,
    code: 'invalid_input',
    problem: { errors: [{ pointer: '/password', code }] },
  });

  test('check 26: has 8 to 128 characters', async () => {
    for (const outcome of await choose('7 chars')) expect(outcome).toMatchObject(refusedAs('too_small'));
    for (const outcome of await choose('x'.repeat(129))) expect(outcome).toMatchObject(refusedAs('too_big'));
    for (const outcome of await choose('🔑'.repeat(7))) expect(outcome).toMatchObject(refusedAs('too_small'));
    for (const outcome of await choose('🔑'.repeat(129))) expect(outcome).toMatchObject(refusedAs('too_big'));
    for (const secret of ['8 chars!', 'ab'.repeat(64), '🔑'.repeat(8), '\0'.repeat(8)])
      for (const outcome of await choose(secret)) expect(outcome).toMatchObject({ ok: true });
  });

  test('check 26: of 128 characters of any kind signs in and proves who one is', async () => {
    const [username, secret] = [`longest-${doorName}`, '🔑'.repeat(128)];
    const user = app.visitor();
    answerOf(await door.call(user, 'accounts.register', newcomer(username, secret)));
    answerOf(await door.call(user, 'accounts.login', { username, password: secret }));
    answerOf(await door.call(user, 'accounts.reauthenticate', { password: secret }));
    const shorter = { username, password: '🔑'.repeat(127) };
    expect(await door.call(user, 'accounts.login', shorter)).toMatchObject({ status: 401 });
  });

  test.each([
    ['small letters alone', 'somelettersonly'],
    ['digits alone', '4071886302'],
    ['spaces alone', ' '.repeat(9)],
    ['one letter, often', 'zzzzzzzzzzzz'],
    ['other scripts and emoji', 'пароль 密码 🔑🔑'],
    ['marks that combine', 'e\u0301'.repeat(8)],
  ])('check 27: may be made of %s', async (_, secret) => {
    for (const outcome of await choose(secret)) expect(outcome).toMatchObject({ ok: true });
  });

  test.each(['password', 'Password1', 'qwertyuiop', '1234567890', 'iloveyou1', 'LETMEIN1'])(
    'check 28: is not %s, which guessers try first',
    async (secret) => {
      for (const outcome of await choose(secret)) expect(outcome).toMatchObject(refusedAs('common_password'));
    },
  );

  test('check 28: is not the name or the address of whoever chooses it', async () => {
    for (const secret of ['obvious-person', 'OBVIOUS-person@example.com']) {
      const input = newcomer('obvious-person', secret);
      expect(await door.call(app.visitor(), 'accounts.register', input)).toMatchObject(
        refusedAs('common_password'),
      );
    }
  });
});

describe('a hash of less than we ask for today', () => {
  const hashOf = async (username: string) => {
    const rows = await app.db.execute<{ hash: string }>(
      sql`select password_hash as hash from users where username = ${username}`,
    );
    return rows[0]?.hash ?? '';
  };
  const store = (username: string, weak: string) =>
    app.db.execute(sql`update users set password_hash = ${weak} where username = ${username}`);
  const login = (username: string, secret = password) =>
    app.visitor().rest('POST', '/login', { username, password: secret });

  test.each([
    ['less memory', { memoryCost: 8_192, timeCost: 2 }],
    ['fewer passes', { memoryCost: 19_456, timeCost: 1 }],
    ['argon2i', { algorithm: 1 }],
    ['argon2d', { algorithm: 0 }],
    ['the version before', { version: 0 }],
    ['a shorter output', { outputLen: 16 }],
  ])('check 29: of %s is renewed by a login, and by no failed one', async (kind, options) => {
    const username = `weak-${kind.replaceAll(/\W/g, '-')}`;
    await app.user(username);
    const weak = await hash(password, options);
    await store(username, weak);
    expect((await login(username, 'not it')).status).toBe(401);
    expect(await hashOf(username)).toBe(weak);
    expect((await login(username)).status).toBe(200);
    const renewed = await hashOf(username);
    expect(renewed).not.toBe(weak);
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await login(username)).status).toBe(200);
    expect(await hashOf(username)).toBe(renewed);
  });

  test('check 29: is renewed once by two logins at once, and both come in', async () => {
    await app.user('weak-twice');
    await store('weak-twice', await hash(password, { memoryCost: 8_192 }));
    await using held = await holding(
      app.db,
      sql`select from users where username = 'weak-twice' for no key update`,
    );
    const logins = [login('weak-twice'), login('weak-twice')];
    await held.waiting(2);
    await held.release();
    expect((await Promise.all(logins)).map(({ status }) => status)).toEqual([200, 200]);
  });
});
