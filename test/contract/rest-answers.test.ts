import type { Post } from '@portico/shared/posts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';

let app: TestApp;
let user: UserAgent;
beforeAll(async () => {
  app = await testApp();
  user = await app.user();
});
afterAll(() => app[Symbol.asyncDispose]());

const post = { title: 'A post', body: 'Text', status: 'published' } as const;

async function create(): Promise<Post> {
  return (await (await user.rest('POST', '/posts', post)).json()) as Post;
}

test('what was created has an address, which answers it', async () => {
  const response = await user.rest('POST', '/posts', post);
  expect(response.status).toBe(201);
  const created = await response.json();
  expect(response.headers.get('location')).toBe(`/api/posts/${created.id}`);
  const found = await user.fetch(response.headers.get('location') ?? '');
  expect(await found.json()).toEqual(created);
  const registered = await app
    .visitor()
    .rest('POST', '/register', { username: 'located', email: 'l@example.com', password });
  expect(registered.status).toBe(201);
  const profile = await user.fetch(registered.headers.get('location') ?? '');
  expect(await profile.json()).toMatchObject({ username: 'located' });
});

test('what has nothing to say is 204 without a body', async () => {
  const { id } = await create();
  const response = await user.rest('DELETE', `/posts/${id}`);
  expect(response.status).toBe(204);
  expect(response.headers.get('content-type')).toBeNull();
  expect(await response.text()).toBe('');
});

test('dates are RFC 3339 with milliseconds, and only documented fields come out', async () => {
  const created = await create();
  expect(created.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(Object.keys(created).toSorted()).toEqual([
    'author',
    'body',
    'cover',
    'createdAt',
    'excerpt',
    'id',
    'publishedAt',
    'slug',
    'status',
    'tags',
    'title',
    'updatedAt',
    'version',
  ]);
});

describe('validators', () => {
  test('an unchanged answer is 304 for everyone who has its tag', async () => {
    const { id } = await create();
    const visitor = app.visitor();
    const first = await visitor.rest('GET', `/posts/${id}`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await visitor.rest('GET', `/posts/${id}`, undefined, { 'if-none-match': tag });
      expect({ tag, status: again.status }).toEqual({ tag, status: 304 });
      expect(again.headers.get('etag')).toBe(etag);
      expect(await again.text()).toBe('');
    }
    await user.rest('PUT', `/posts/${id}`, { title: 'Changed', version: 1 });
    const changed = await visitor.rest('GET', `/posts/${id}`, undefined, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  test('lists have tags too', async () => {
    const first = await app.visitor().rest('GET', '/posts?limit=2');
    const etag = first.headers.get('etag') ?? '';
    const again = await app.visitor().rest('GET', '/posts?limit=2', undefined, { 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  test('If-Match names the version that was edited', async () => {
    const { id } = await create();
    const tag = (await user.rest('GET', `/posts/${id}`)).headers.get('etag') ?? '';
    const edit = (title: string, ifMatch: string) =>
      user.rest('PUT', `/posts/${id}`, { title }, { 'if-match': ifMatch });
    expect((await edit('By the whole tag', tag)).status).toBe(200);
    const stale = await edit('Stale', tag);
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ code: 'version_conflict' });
    expect((await edit('By the version', '"2"')).status).toBe(200);
    for (const malformed of ['2', '"two"', '"1", "2"', 'W/'])
      expect((await edit('x', malformed)).status).toBe(400);
    expect(await (await user.rest('GET', `/posts/${id}`)).json()).toMatchObject({
      title: 'By the version',
      version: 3,
    });
  });
});

describe('caching', () => {
  test('what a user sees is not stored, what everyone sees is checked each time', async () => {
    const mine = await user.rest('GET', '/me');
    expect(mine.headers.get('cache-control')).toContain('no-store');
    expect((await user.rest('GET', '/posts')).headers.get('cache-control')).toContain('no-store');
    const everyone = await app.visitor().rest('GET', '/posts');
    expect(everyone.headers.get('cache-control')).toBe('no-cache');
    expect(everyone.headers.get('vary')).toMatch(/cookie/i);
    expect((await app.visitor().rest('GET', '/me')).headers.get('cache-control')).toContain('no-store');
  });
});

test('a page links to the next, and the links meet everything once', async () => {
  const author = await app.user('linked');
  for (let number = 0; number < 7; number += 1)
    await author.rest('POST', '/posts', { ...post, title: `Linked ${number}` });
  const titles: string[] = [];
  let address: string | undefined = '/api/posts?limit=3&author=linked&q=linked';
  while (address) {
    const response: Response = await app.visitor().fetch(address);
    expect(response.status).toBe(200);
    const { items } = (await response.json()) as { items: Post[] };
    titles.push(...items.map(({ title }) => title));
    address = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
  }
  expect(titles).toEqual(Array.from({ length: 7 }, (_, number) => `Linked ${6 - number}`));
});

describe('request ids', () => {
  test('a well-formed one comes back, in the problem too', async () => {
    const response = await user.rest('GET', '/posts/none', undefined, { 'x-request-id': 'abc-DEF_123.4' });
    expect(response.headers.get('x-request-id')).toBe('abc-DEF_123.4');
    expect(await response.json()).toMatchObject({ requestId: 'abc-DEF_123.4' });
  });

  test('any other is replaced by one of ours', async () => {
    for (const offered of [
      'short',
      'x'.repeat(129),
      'with space in it',
      '<script>alert</script>',
      'ünïcödé-123',
    ]) {
      const headers = { 'x-request-id': Buffer.from(offered).toString('latin1') };
      const id = (await user.rest('GET', '/posts', undefined, headers)).headers.get('x-request-id');
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

test('in development, an unknown address is answered with the route that was probably meant', async () => {
  await using app = await testApp();
  const response = await app.visitor().rest('GET', '/post');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    detail: expect.stringContaining('Did you mean GET /api/posts?'),
  });
});
