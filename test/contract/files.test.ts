import type { StoredFile } from '@portico/shared/files';
import type { Page } from '@portico/shared/paging';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor, pointersOf } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const note = (text = 'hello', name = 'note.txt') => new File([text], name, { type: 'text/plain' });

describe.each(doorNames)('files through %s', (doorName) => {
  let door: Door;
  let owner: UserAgent;
  beforeAll(async () => {
    door = openDoor(doorName, app);
    owner = await app.user();
  });

  const upload = async (input: object, agent = owner) =>
    answerOf<StoredFile>(await door.call(agent, 'files.upload', input));

  test('a picture is uploaded, described, listed and deleted', async () => {
    const file = await picture({ name: 'door.png' });
    const stored = await upload({ file, alt: 'A blue door 🚪' });
    expect(stored).toMatchObject({
      name: 'door.png',
      type: 'image/png',
      size: file.size,
      visibility: 'public',
      picture: { width: 64, height: 48, alt: 'A blue door 🚪' },
    });
    expect(answerOf(await door.call(app.visitor(), 'files.get', { id: stored.id }))).toEqual(stored);
    expect(answerOf(await door.call(app.visitor(), 'files.content', { id: stored.id }))).toBe(stored.url);
    expect(answerOf(await door.call(app.visitor(), 'files.thumbnail', { id: stored.id }))).toBe(
      stored.picture?.thumbnailUrl,
    );
    const { items } = answerOf<Page<StoredFile>>(await door.call(owner, 'files.mine', {}));
    expect(items[0]).toEqual(stored);
    expect(answerOf(await door.call(owner, 'files.delete', { id: stored.id }))).toBeUndefined();
    for (const id of ['files.get', 'files.content', 'files.thumbnail', 'files.delete']) {
      expect(await door.call(owner, id, { id: stored.id })).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('a text is stored byte for byte', async () => {
    const stored = await upload({ file: note('πλῆθος\r\n') });
    expect(stored).toMatchObject({ type: 'text/plain', picture: null });
    const content = await app.visitor().fetch(stored.url);
    expect(await content.text()).toBe('πλῆθος\r\n');
  });

  test('a private file is not found by anybody but its owner and administrators', async () => {
    const stored = await upload({ file: await picture(), visibility: 'private' });
    const [other, admin] = await Promise.all([app.user(), app.admin()]);
    for (const id of ['files.get', 'files.content', 'files.thumbnail']) {
      for (const stranger of [app.visitor(), other]) {
        expect(await door.call(stranger, id, { id: stored.id })).toMatchObject({
          status: 404,
          code: 'not_found',
        });
      }
      answerOf(await door.call(owner, id, { id: stored.id }));
      answerOf(await door.call(admin, id, { id: stored.id }));
    }
  });

  test('another user cannot delete a file, nor does it show in their list', async () => {
    const [stored, other] = [await upload({ file: note() }), await app.user()];
    expect(await door.call(other, 'files.delete', { id: stored.id })).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect(answerOf(await door.call(other, 'files.mine', {}))).toEqual({ items: [], nextCursor: null });
    expect(answerOf(await door.call(owner, 'files.get', { id: stored.id }))).toEqual(stored);
  });

  test('nobody can upload, list or delete', async () => {
    const { id } = await upload({ file: note() });
    for (const [operation, input] of [
      ['files.upload', { file: note() }],
      ['files.mine', {}],
      ['files.delete', { id }],
    ] as const) {
      expect(await door.call(app.visitor(), operation, input)).toMatchObject({
        status: 401,
        code: 'unauthenticated',
      });
    }
  });

  test.each([
    [
      'HTML named as a picture',
      () => new File(['<html><script>alert(1)</script>'], 'a.png', { type: 'image/png' }),
    ],
    [
      'an SVG',
      () => new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' }),
    ],
    [
      'a program',
      () =>
        new File([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])], 'a.txt', {
          type: 'text/plain',
        }),
    ],
    ['an empty file', () => new File([], 'empty.txt', { type: 'text/plain' })],
    ['a picture called text', async () => new File([await picture()], 'a.txt', { type: 'text/plain' })],
    [
      'a torn picture',
      async () => new File([(await picture()).slice(0, 40)], 'a.png', { type: 'image/png' }),
    ],
  ])('check 57: %s is refused at the file', async (_, make) => {
    const outcome = await door.call(owner, 'files.upload', { file: await make() });
    expect(outcome).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(pointersOf(outcome)).toEqual(['/file']);
  });

  test.each([
    ['no file', { alt: 'nothing' }, ['/file']],
    ['a text in place of the file', { file: 'hello' }, ['/file']],
    ['an unknown visibility', { file: note(), visibility: 'secret' }, ['/visibility']],
    ['a description too long', { file: note(), alt: 'x'.repeat(301) }, ['/alt']],
  ])('an upload with %s is refused at its fields', async (_, input, pointers) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(input)) form.append(name, value);
    const path = doorName === 'rpc' ? '/rpc/files.upload' : '/api/files';
    const response = await owner.fetch(path, { method: 'POST', body: form });
    expect(response.status).toBe(422);
    const body = await response.json();
    const { errors } = doorName === 'rpc' ? body.error.json.data.problem : body;
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  });

  test('check 57: tricks in a name leave a plain name', async () => {
    for (const [name, expected] of [
      ['../../etc/passwd.txt', /^passwd\.txt$/],
      ['..\\..\\windows\\evil.txt', /^(?!.*[\\/]).*evil\.txt$/],
      ['a/b/c.txt', /^c\.txt$/],
      ['Ünïcode 門.txt', /^Ünïcode 門\.txt$/],
    ] as const) {
      const stored = await upload({ file: note('x', name) });
      expect(stored.name).toMatch(expected);
    }
  });

  test('the list is walked by cursor', async () => {
    const user = await app.user();
    for (let number = 0; number < 5; number += 1) await upload({ file: note('x', `${number}.txt`) }, user);
    const first = answerOf<Page<StoredFile>>(await door.call(user, 'files.mine', { limit: 3 }));
    const cursor = first.nextCursor ?? '';
    const second = answerOf<Page<StoredFile>>(await door.call(user, 'files.mine', { limit: 3, cursor }));
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      '4.txt',
      '3.txt',
      '2.txt',
      '1.txt',
      '0.txt',
    ]);
    expect(second.nextCursor).toBeNull();
  });
});
