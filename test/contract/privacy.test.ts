import type { Leaving } from '@portico/shared/privacy';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const sweep = () => app.app.sweep();
const makeDue = (username: string) =>
  app.db.execute(
    sql`update users set delete_after = now() - interval '1 second' where username = ${username}`,
  );

describe('an export', () => {
  test('is a JSON file with everything of the user’s and nothing that proves who they are', async () => {
    const user = await app.user('exporter');
    const post = await user.rpc.posts.create.mutate({ title: 'Kept', body: 'draft text' });
    const published = await user.rpc.posts.create.mutate({ title: 'Seen', body: '', status: 'published' });
    await user.rpc.comments.create.mutate({ postId: published.id, body: 'my words' });
    const file = await user.rpc.files.upload.mutate({ file: await picture(), visibility: 'private' });
    await app.visitor().rpc.tokens.create.mutate({ username: 'exporter', password });
    const response = await user.rest('GET', '/me/export');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*portico-exporter\.json/);
    expect(response.headers.get('cache-control')).toContain('no-store');
    const text = await response.text();
    const archive = JSON.parse(text);
    expect(archive).toMatchObject({
      format: 'portico-account-1',
      account: { username: 'exporter', email: 'exporter@example.com' },
      posts: [{ id: post.id, body: 'draft text' }, { id: published.id }],
      comments: [{ body: 'my words' }],
      files: [{ id: file.id }],
    });
    expect(archive.devices).toHaveLength(2);
    expect(archive.events.map(({ event }: { event: string }) => event)).toContain('token_created');
    const [secret = ''] = user.cookies().split('.').slice(1);
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/passwordHash|secretHash|\$argon2/);
    expect(await user.rpc.privacy.export.query()).toBe('/api/me/export');
    expect((await user.rpc.audit.mine.query({})).items[0]?.event).toBe('data_exported');
  });

  test('asks for a recent proof', async () => {
    const user = await app.user('late');
    await app.db.execute(sql`update sessions set authenticated_at = now() - interval '1 hour'`);
    expect((await user.rest('GET', '/me/export')).status).toBe(403);
  });
});

describe.each(doorNames)('leaving through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });
  const leave = async (user: UserAgent) =>
    answerOf<Leaving>(await door.call(user, 'privacy.requestDeletion'));

  test('signs out everywhere, waits for fourteen days, and can be taken back by its owner alone', async () => {
    const username = `leaver-${doorName}`;
    const user = await app.user(username);
    const elsewhere = app.visitor();
    await elsewhere.rpc.accounts.login.mutate({ username, password });
    const { deleteAfter } = await leave(user);
    expect(new Date(deleteAfter).getTime() - Date.now()).toBeGreaterThan(13.9 * 24 * 60 * 60 * 1000);
    for (const device of [user, elsewhere]) {
      expect(await door.call(device, 'accounts.me')).toMatchObject({ status: 401 });
    }
    expect(await door.call(app.visitor(), 'accounts.login', { username, password })).toMatchObject({
      status: 403,
      code: 'account_disabled',
    });
    await sweep();
    const cancel = (given: string) =>
      door.call(app.visitor(), 'privacy.cancelDeletion', { username, password: given });
    expect(await cancel('wrong password')).toMatchObject({ code: 'invalid_credentials' });
    expect(await cancel(password)).toMatchObject({ ok: true });
    expect(await cancel(password)).toMatchObject({ ok: true });
    expect(await door.call(app.visitor(), 'accounts.login', { username, password })).toMatchObject({
      ok: true,
    });
  });

  test('ends with everything of the account gone, files included, and its name free', async () => {
    const username = `gone-${doorName}`;
    const user = await app.user(username);
    const file = await user.rpc.files.upload.mutate({ file: await picture(), visibility: 'public' });
    await user.rpc.posts.create.mutate({ title: 'Gone', body: '', status: 'published' });
    await leave(user);
    await makeDue(username);
    await sweep();
    expect((await app.visitor().rest('GET', `/users/${username}`)).status).toBe(404);
    expect((await app.visitor().rest('GET', `/files/${file.id}/content`)).status).toBe(404);
    const kept = await Array.fromAsync(app.storage.list());
    expect(kept.filter(({ key }) => key.startsWith(file.id))).toEqual([]);
    await app.user(username);
  });
});

test('who changes their mind in the last moment keeps everything', async () => {
  const user = await app.user('hesitant');
  const post = await user.rpc.posts.create.mutate({ title: 'Saved', body: '', status: 'published' });
  await user.rpc.privacy.requestDeletion.mutate();
  await makeDue('hesitant');
  // The sweep has found the account and waits at its row for the owner's change.
  const locked = Promise.withResolvers<void>();
  const changed = Promise.withResolvers<void>();
  const changing = app.db.transaction(async (tx) => {
    await tx.execute(sql`update users set delete_after = null where username = 'hesitant'`);
    locked.resolve();
    await changed.promise;
  });
  await locked.promise;
  const sweeping = sweep();
  await expect
    .poll(async () => {
      const [row] = await app.db.execute<{ waiting: number }>(
        sql`select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      return row?.waiting;
    })
    .toBe(1);
  changed.resolve();
  await Promise.all([changing, sweeping]);
  expect((await app.visitor().rest('GET', `/posts/${post.id}`)).status).toBe(200);
});
