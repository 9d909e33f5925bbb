import type { User } from '@portico/shared/accounts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import { answerOf, type Door, doorNames, openDoor, pointersOf } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

describe.each(doorNames)('accounts through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });

  const newcomer = (username: string) => ({ username, email: `${username}@example.com`, password });
  const read = async (agent: ReturnType<TestApp['visitor']>) =>
    answerOf<User>(await door.call(agent, 'accounts.me'));

  test('a newcomer registers and is signed in', async () => {
    const visitor = app.visitor();
    const user = answerOf<User>(await door.call(visitor, 'accounts.register', newcomer(`ada-${doorName}`)));
    expect(user).toMatchObject({ username: `ada-${doorName}`, role: 'user', version: 1, avatar: null });
    expect(user.createdAt).toBeInstanceOf(Date);
    expect(user).not.toHaveProperty('password');
    expect(user).not.toHaveProperty('passwordHash');
    expect(await read(visitor)).toEqual(user);
  });

  test('a login by username or e-mail, in any case, opens a session; a logout ends it', async () => {
    await door.call(app.visitor(), 'accounts.register', newcomer(`grace-${doorName}`));
    for (const name of [
      { username: `GRACE-${doorName}` },
      { email: `Grace-${doorName}@EXAMPLE.com` },
      { username: `grace-${doorName}@example.com` },
    ]) {
      const visitor = app.visitor();
      const user = answerOf<User>(await door.call(visitor, 'accounts.login', { ...name, password }));
      expect(user.username).toBe(`grace-${doorName}`);
      expect(answerOf(await door.call(visitor, 'accounts.session'))).toEqual({ user });
      expect(answerOf(await door.call(visitor, 'accounts.logout'))).toBeUndefined();
      expect(answerOf(await door.call(visitor, 'accounts.session'))).toEqual({ user: null });
      expect(await door.call(visitor, 'accounts.me')).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
  });

  test('a wrong password and an unknown name get the same answer', async () => {
    await door.call(app.visitor(), 'accounts.register', newcomer(`alan-${doorName}`));
    const wrong = await door.call(app.visitor(), 'accounts.login', {
      username: `alan-${doorName}`,
      password: 'not it',
    });
    const unknown = await door.call(app.visitor(), 'accounts.login', {
      username: 'nobody-at-all',
      password: 'not it',
    });
    expect(wrong).toMatchObject({ status: 401, code: 'invalid_credentials' });
    const { requestId: _, ...first } = wrong.ok ? {} : wrong.problem;
    const { requestId: __, ...second } = unknown.ok ? {} : unknown.problem;
    expect(first).toEqual(second);
  });

  test('check 30: a taken username or e-mail, in any case, is a conflict at its field, and nothing is written', async () => {
    await door.call(app.visitor(), 'accounts.register', newcomer(`first-${doorName}`));
    const username = await door.call(app.visitor(), 'accounts.register', {
      ...newcomer(`FIRST-${doorName}`),
      email: `second-${doorName}@example.com`,
    });
    expect(username).toMatchObject({ status: 409, code: 'username_taken' });
    expect(pointersOf(username)).toEqual(['/username']);
    const email = await door.call(app.visitor(), 'accounts.register', {
      ...newcomer(`second-${doorName}`),
      email: `First-${doorName}@example.com`,
    });
    expect(email).toMatchObject({ status: 409, code: 'email_taken' });
    expect(pointersOf(email)).toEqual(['/email']);
    const second = await door.call(app.visitor(), 'accounts.profile', { id: `second-${doorName}` });
    expect(second).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('of many registrations of one name at once, one succeeds', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        door.call(app.visitor(), 'accounts.register', {
          ...newcomer(`race-${doorName}`),
          email: `race-${doorName}-${index}@example.com`,
        }),
      ),
    );
    const refused = outcomes.filter((outcome) => !outcome.ok);
    expect(refused).toHaveLength(5);
    for (const outcome of refused) expect(outcome).toMatchObject({ status: 409, code: 'username_taken' });
  });

  test.each([
    ['nothing', {}, ['/email', '/password', '/username']],
    ['a number as username', { ...newcomer('x-number'), username: 12345 }, ['/username']],
    ['null as password', { ...newcomer('x-null'), password: null }, ['/password']],
    ['a list as e-mail', { ...newcomer('x-list'), email: ['a@example.com'] }, ['/email']],
    ['a short password', { ...newcomer('x-short'), password: '7 chars' }, ['/password']],
    ['a long password', { ...newcomer('x-long'), password: 'x'.repeat(129) }, ['/password']],
    ['an odd username', { ...newcomer('x-odd'), username: 'no spaces here' }, ['/username']],
    ['a short username', { ...newcomer('x-brief'), username: 'ab' }, ['/username']],
    ['no address as e-mail', { ...newcomer('x-email'), email: 'not-an-address' }, ['/email']],
    ['NUL in the e-mail', { ...newcomer('x-nul'), email: 'a\0b@example.com' }, ['/email']],
  ])('registering with %s is refused at its fields', async (_, input, pointers) => {
    const outcome = await door.call(app.visitor(), 'accounts.register', input);
    expect(outcome).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(pointersOf(outcome)).toEqual(pointers);
  });

  test('passwords of 8 and of 128 characters, of any characters, are accepted', async () => {
    const passwords = ['8 chars!', 'пароль 密码 🔑🔑', '🔑'.repeat(64), `${' '.repeat(8)}`];
    for (const [index, secret] of passwords.entries()) {
      const visitor = app.visitor();
      const person = { ...newcomer(`any-${doorName}-${index}`), password: secret };
      answerOf(await door.call(visitor, 'accounts.register', person));
      answerOf(await door.call(visitor, 'accounts.login', { username: person.username, password: secret }));
    }
  });

  test('check 49: a field that is not asked for has no effect: a role cannot be taken', async () => {
    const visitor = app.visitor();
    const input = { ...newcomer(`eve-${doorName}`), role: 'admin', id: crypto.randomUUID(), version: 99 };
    const user = answerOf<User>(await door.call(visitor, 'accounts.register', input));
    expect(user).toMatchObject({ role: 'user', version: 1 });
    expect(user.id).not.toBe(input.id);
    const update = {
      id: user.id,
      name: 'Eve',
      role: 'admin',
      passwordHash: 'x',
      createdAt: '2000-01-01T00:00:00Z',
    };
    const updated = answerOf<User>(await door.call(visitor, 'accounts.update', update));
    expect(updated).toMatchObject({ role: 'user', name: 'Eve', version: 2, createdAt: user.createdAt });
    const product = { name: 'Free', price: { amount: 0, currency: 'EUR' }, stock: 1 };
    expect(await door.call(visitor, 'products.create', product)).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });

  test('a user edits their own account, field by field', async () => {
    const user = await app.user(`edit-${doorName}`);
    const { id } = await read(user);
    const change = { id, name: 'Édith 🌿', bio: 'One line.\nAnother.' };
    const edited = answerOf<User>(await door.call(user, 'accounts.update', change));
    expect(edited).toMatchObject({ ...change, username: `edit-${doorName}`, version: 2 });
    const renamed = answerOf<User>(
      await door.call(user, 'accounts.update', { id, username: `edited-${doorName}` }),
    );
    expect(renamed).toMatchObject({ ...change, username: `edited-${doorName}`, version: 3 });
    const inCapitals = await door.call(user, 'accounts.update', { id, username: `EDITED-${doorName}` });
    expect(inCapitals).toMatchObject({ value: { username: `EDITED-${doorName}`, version: 4 } });
    expect(answerOf(await door.call(app.visitor(), 'accounts.profile', { id }))).toMatchObject(change);
  });

  test('the profile that everyone sees has no e-mail and no role', async () => {
    const user = await app.user(`seen-${doorName}`);
    const { id } = await read(user);
    for (const reference of [id, `seen-${doorName}`, `SEEN-${doorName}`]) {
      const profile = answerOf<object>(await door.call(app.visitor(), 'accounts.profile', { id: reference }));
      expect(Object.keys(profile).toSorted()).toEqual([
        'avatar',
        'bio',
        'createdAt',
        'id',
        'name',
        'username',
      ]);
    }
    const nobody = await door.call(app.visitor(), 'accounts.profile', { id: crypto.randomUUID() });
    expect(nobody).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('a stale version changes nothing', async () => {
    const user = await app.user();
    const { id } = await read(user);
    await door.call(user, 'accounts.update', { id, name: 'First', version: 1 });
    const stale = await door.call(user, 'accounts.update', { id, name: 'Second', version: 1 });
    expect(stale).toMatchObject({ status: 412, code: 'version_conflict' });
    expect(await read(user)).toMatchObject({ name: 'First', version: 2 });
  });

  test('another user’s account is not found, and stays as it is; an administrator edits it', async () => {
    const [owner, other, admin] = await Promise.all([app.user(), app.user(), app.admin()]);
    const before = await read(owner);
    const attempt = await door.call(other, 'accounts.update', { id: before.id, name: 'Mallory' });
    expect(attempt).toMatchObject({ status: 404, code: 'not_found' });
    expect(await read(owner)).toEqual(before);
    const edited = await door.call(admin, 'accounts.update', { id: before.id, name: 'Moderated' });
    expect(answerOf(edited)).toMatchObject({ name: 'Moderated', id: before.id });
  });

  test('a taken name is a conflict when editing too', async () => {
    await app.user(`taken-${doorName}`);
    const user = await app.user();
    const { id } = await read(user);
    const outcome = await door.call(user, 'accounts.update', { id, username: `Taken-${doorName}` });
    expect(outcome).toMatchObject({ status: 409, code: 'username_taken' });
    expect(pointersOf(outcome)).toEqual(['/username']);
    expect(await read(user)).toMatchObject({ version: 1 });
  });

  test('another user’s picture cannot be taken as avatar', async () => {
    const [owner, other] = await Promise.all([app.user(), app.user()]);
    const { id: avatarId } = await owner.rpc.files.upload.mutate({ file: await picture() });
    const { id } = await read(other);
    const outcome = await door.call(other, 'accounts.update', { id, avatarId });
    expect(outcome.ok).toBe(false);
    expect(outcome).toMatchObject({ status: 422 });
    expect(await read(other)).toMatchObject({ avatar: null, version: 1 });
    const own = await read(owner);
    const set = answerOf<User>(await door.call(owner, 'accounts.update', { id: own.id, avatarId }));
    expect(set.avatar).toMatchObject({ id: avatarId });
    const removed = answerOf<User>(await door.call(owner, 'accounts.update', { id: own.id, avatarId: null }));
    expect(removed.avatar).toBeNull();
  });
});
