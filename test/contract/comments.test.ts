import type { Comment } from '@portico/shared/comments';
import type { Page } from '@portico/shared/paging';
import type { Post } from '@portico/shared/posts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { holding } from '../support/locks.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor, pointersOf } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

describe.each(doorNames)('comments through %s', (doorName) => {
  let door: Door;
  let author: UserAgent;
  let reader: UserAgent;
  let post: Post;
  beforeAll(async () => {
    door = openDoor(doorName, app);
    [author, reader] = await Promise.all([app.user(), app.user()]);
    post = await published();
  });

  const published = () =>
    author.rpc.posts.create.mutate({ title: 'Commented', body: 'x', status: 'published' });
  const write = async (agent: UserAgent, body: string, postId = post.id) =>
    answerOf<Comment>(await door.call(agent, 'comments.create', { postId, body }));
  const list = async (postId: string, more: object = {}) =>
    answerOf<Page<Comment>>(await door.call(app.visitor(), 'comments.list', { postId, ...more }));

  test('a user writes one that everybody reads, with its author', async () => {
    const comment = await write(reader, '  Well said.\nIndeed.  ');
    const me = await reader.rpc.accounts.me.query();
    expect(comment).toMatchObject({
      postId: post.id,
      body: 'Well said.\nIndeed.',
      author: { id: me.id, username: me.username, avatar: null },
    });
    expect(answerOf(await door.call(app.visitor(), 'comments.get', { id: comment.id }))).toEqual(comment);
    expect((await list(post.id)).items[0]).toEqual(comment);
  });

  test('they are listed newest first, page by page, under their post alone', async () => {
    const { id } = await published();
    const written: string[] = [];
    for (const body of ['a', 'b', 'c']) written.unshift((await write(author, body, id)).id);
    const first = await list(id, { limit: 2 });
    const second = await list(id, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map((comment) => comment.id)).toEqual(written);
    expect(second.nextCursor).toBeNull();
  });

  test('nobody comments without a session, on a draft, or on nothing', async () => {
    const body = 'Hello';
    const draft = await author.rpc.posts.create.mutate({ title: 'Draft', body: '' });
    expect(await door.call(app.visitor(), 'comments.create', { postId: post.id, body })).toMatchObject({
      code: 'unauthenticated',
    });
    for (const postId of [draft.id, crypto.randomUUID()]) {
      expect(await door.call(author, 'comments.create', { postId, body })).toMatchObject({
        code: 'not_found',
      });
      expect(await door.call(author, 'comments.list', { postId })).toMatchObject({ code: 'not_found' });
    }
  });

  test('an empty, a long and an unstorable one are refused', async () => {
    for (const body of ['', '  \n ', 'x'.repeat(2_001), 'nul\0']) {
      expect(pointersOf(await door.call(reader, 'comments.create', { postId: post.id, body }))).toEqual([
        '/body',
      ]);
    }
    expect((await write(reader, 'x'.repeat(2_000))).body).toHaveLength(2_000);
  });

  test('its author, the author of the post and an administrator may delete one; others may not', async () => {
    const [own, other, admins] = [
      await write(reader, '1'),
      await write(reader, '2'),
      await write(reader, '3'),
    ];
    const stranger = await app.user();
    expect(await door.call(stranger, 'comments.delete', { id: own.id })).toMatchObject({ code: 'forbidden' });
    const admin = await app.admin();
    for (const [agent, { id }] of [
      [reader, own],
      [author, other],
      [admin, admins],
    ] as const) {
      expect(answerOf(await door.call(agent, 'comments.delete', { id }))).toBeUndefined();
      expect(await door.call(agent, 'comments.delete', { id })).toMatchObject({ code: 'not_found' });
      expect(await door.call(agent, 'comments.get', { id })).toMatchObject({ code: 'not_found' });
    }
  });

  test('they go with their post, and are hidden with it', async () => {
    const { id, version } = await published();
    const comment = await write(reader, 'Hidden', id);
    await author.rpc.posts.update.mutate({ id, version, status: 'draft' });
    expect(await door.call(reader, 'comments.get', { id: comment.id })).toMatchObject({ code: 'not_found' });
    await author.rpc.posts.delete.mutate({ id });
    expect(await door.call(reader, 'comments.delete', { id: comment.id })).toMatchObject({
      code: 'not_found',
    });
  });

  test('ten a minute are enough', async () => {
    const busy = await app.user();
    for (let number = 0; number < 10; number += 1) await write(busy, String(number));
    expect(await door.call(busy, 'comments.create', { postId: post.id, body: 'more' })).toMatchObject({
      code: 'rate_limited',
    });
  });
});

test.each([
  ['deleted', (id: string) => sql`delete from posts where id = ${id}`],
  ['made a draft', (id: string) => sql`update posts set status = 'draft' where id = ${id}`],
] as const)('a comment on a post that is %s at that moment is not found', async (_how, change) => {
  const author = await app.user();
  const { id } = await author.rpc.posts.create.mutate({ title: 'Going', body: '', status: 'published' });
  await using held = await holding(app.db, change(id));
  const comment = author.rest('POST', `/posts/${id}/comments`, { body: 'Just in time?' });
  await held.waiting(1);
  await held.release();
  expect((await comment).status).toBe(404);
  expect(await app.db.execute(sql`select from comments where post_id = ${id}`)).toHaveLength(0);
});
