import type { Page } from '@portico/shared/paging';
import type { PostSummary } from '@portico/shared/posts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor, pointersOf } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const published = { title: 'On hinges', body: 'A door is **two** things.', status: 'published' } as const;

describe.each(doorNames)('lists of posts through %s', (doorName) => {
  let door: Door;
  let author: UserAgent;
  const tag = `walk-${doorName}`;
  beforeAll(async () => {
    door = openDoor(doorName, app);
    author = await app.user(`lister-${doorName}`);
    for (let number = 0; number < 23; number += 1) {
      await author.rpc.posts.create.mutate({ ...published, title: `Number ${number}`, tags: [tag] });
    }
    await author.rpc.posts.create.mutate({ title: 'Hidden', body: '', tags: [tag] });
  });

  const list = async (input: object) =>
    answerOf<Page<PostSummary>>(await door.call(app.visitor(), 'posts.list', input));

  test('a walk by cursor meets every post once, newest first, while posts are added', async () => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ tag, limit: 5, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(5);
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
      await author.rpc.posts.create.mutate({ ...published, title: 'Late', tags: [tag] });
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => `Number ${22 - index}`));
  });

  test('a page has 20 posts unless it is told otherwise, without their text', async () => {
    const { items, nextCursor } = await list({ tag });
    expect(items).toHaveLength(20);
    expect(nextCursor).toEqual(expect.any(String));
    expect(items[0]).not.toHaveProperty('body');
    expect(items[0]?.author).toMatchObject({ username: `lister-${doorName}` });
  });

  test('the last page says so, also when it is exactly full', async () => {
    const exact = `exact-${doorName}`;
    for (let number = 0; number < 4; number += 1) {
      await author.rpc.posts.create.mutate({ ...published, tags: [exact] });
    }
    expect(await list({ tag: exact, limit: 4 })).toMatchObject({ nextCursor: null });
    expect(await list({ tag: `none-${doorName}` })).toEqual({ items: [], nextCursor: null });
  });

  test.each([
    ['limit', 0],
    ['limit', 101],
    ['limit', -1],
    ['limit', 2.5],
    ['limit', 'many'],
    ['cursor', 'garbage'],
    ['cursor', ''],
    ['cursor', 'W10'],
    ['cursor', 'x'.repeat(501)],
    [
      'cursor',
      Buffer.from(JSON.stringify(['2024-01-01T00:00:00.000Z', "'; drop table posts"])).toString('base64url'),
    ],
    [
      'cursor',
      Buffer.from(JSON.stringify(['+275760-09-13T00:00:00.001Z', crypto.randomUUID()])).toString('base64url'),
    ],
    ['q', 'x'.repeat(201)],
  ])('a %s of %j is refused at its field', async (field, value) => {
    const outcome = await door.call(app.visitor(), 'posts.list', { [field]: value });
    expect(outcome).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(pointersOf(outcome)).toEqual([`/${field}`]);
  });

  test('by author, by tag and by words; filters combine', async () => {
    const other = await app.user();
    const word = `zephyr${doorName}`;
    await other.rpc.posts.create.mutate({ ...published, title: `The ${word} blows`, tags: [tag] });
    await other.rpc.posts.create.mutate({ ...published, title: 'Calm', body: `No ${word} today`, tags: [] });
    expect((await list({ q: word })).items.map(({ title }) => title)).toEqual(
      expect.arrayContaining([`The ${word} blows`, 'Calm']),
    );
    expect((await list({ q: word, tag })).items).toHaveLength(1);
    expect((await list({ q: word, author: `lister-${doorName}` })).items).toEqual([]);
    const byAuthor = await list({ author: `lister-${doorName}`, tag, limit: 100 });
    expect(new Set(byAuthor.items.map(({ author: { username } }) => username))).toEqual(
      new Set([`lister-${doorName}`]),
    );
    expect((await list({ author: 'nobody-of-this-name' })).items).toEqual([]);
  });

  test('words that a query language would trip over are only words', async () => {
    for (const q of ["it's", 'a & | ! (', '"unclosed', "'; --", '%', '\\', ':*', '<->', 'a:b']) {
      expect(await list({ q })).toHaveProperty('items');
    }
  });

  test('my list has my drafts too, last changed first, by status if wanted', async () => {
    const mine = async (input: object) =>
      answerOf<Page<PostSummary>>(await door.call(author, 'posts.mine', input));
    const drafts = await mine({ status: 'draft' });
    expect(drafts.items.map(({ title }) => title)).toEqual(['Hidden']);
    const all = (await mine({ limit: 100 })).items;
    expect(all.map(({ updatedAt }) => updatedAt)).toEqual(
      all.map(({ updatedAt }) => updatedAt).toSorted((a, b) => b.getTime() - a.getTime()),
    );
  });

  test('tags are counted over published posts, most used first', async () => {
    const { items } = answerOf<{ items: { tag: string; count: number }[] }>(
      await door.call(app.visitor(), 'posts.tags'),
    );
    const counts = items.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(items.find((item) => item.tag === tag)?.count).toBeGreaterThanOrEqual(23);
    expect(items.length).toBeLessThanOrEqual(30);
  });
});
