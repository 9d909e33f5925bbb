import type { Problem } from '@portico/shared/errors';
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

const post = { title: 'A post', body: '' };

const problemOf = async (response: Response) => (await response.json()) as Problem;

async function send(path: string, init: RequestInit, agent = user) {
  const response = await agent.fetch(`/api${path}`, { method: 'POST', ...init });
  return { status: response.status, problem: response.ok ? null : await problemOf(response), response };
}

const typed = (type: string, body: string) => ({ headers: { 'content-type': type }, body });

describe('forms', () => {
  const fields = (username: string) => ({ username, email: `${username}@example.com`, password });

  test('registration and login take an urlencoded form', async () => {
    const visitor = app.visitor();
    const body = new URLSearchParams(fields('form-user'));
    const registered = await send('/register', { body }, visitor);
    expect(registered.status).toBe(201);
    expect(await registered.response.json()).toMatchObject({ username: 'form-user' });
    const login = await send(
      '/login',
      { body: new URLSearchParams({ username: 'form-user', password }) },
      app.visitor(),
    );
    expect(login.status).toBe(200);
    expect((await visitor.rest('GET', '/me')).status).toBe(200);
  });

  test('registration and login take a multipart form', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields('multipart-user'))) form.append(name, value);
    expect((await send('/register', { body: form }, app.visitor())).status).toBe(201);
    const login = new FormData();
    login.append('email', 'multipart-user@example.com');
    login.append('password', password);
    expect((await send('/login', { body: login }, app.visitor())).status).toBe(200);
  });

  test('form fields become what the schema says: numbers, lists, nested objects', async () => {
    const admin = await app.admin();
    const body = new URLSearchParams('name=Lamp&price[amount]=1250&price[currency]=EUR&stock=4');
    const { status, response } = await send('/products', { body }, admin);
    expect(status).toBe(201);
    expect(await response.json()).toMatchObject({ price: { amount: 1250, currency: 'EUR' }, stock: 4 });
    const tagged = await send('/posts', { body: new URLSearchParams('title=T&body=B&tags=one&tags=two') });
    expect(await tagged.response.json()).toMatchObject({ tags: ['one', 'two'] });
    const one = await send('/posts', { body: new URLSearchParams('title=T&body=B&tags=one') });
    expect(await one.response.json()).toMatchObject({ tags: ['one'] });
  });

  test('wrong form fields are named, and a malformed form is refused', async () => {
    const { status, problem } = await send('/register', {
      body: new URLSearchParams({ username: 'ok-name' }),
    });
    expect(status).toBe(422);
    expect(problem?.errors?.map(({ pointer }) => pointer).toSorted()).toEqual(['/email', '/password']);
    expect((await send('/register', typed('multipart/form-data', 'x'))).status).toBe(400);
    expect(
      (await send('/register', typed('multipart/form-data; boundary=b', '--b\r\nContent-Disp'))).status,
    ).toBe(400);
  });
});

describe('bodies', () => {
  test('malformed JSON is 400, and says no more than that', async () => {
    for (const body of [
      '{',
      '{"title": }',
      '{"title":"x",}',
      "{'title':'x'}",
      'undefined',
      '{"a":1}{"b":2}',
    ]) {
      const { status, problem } = await send('/posts', typed('application/json', body));
      expect({ body, status, code: problem?.code }).toEqual({ body, status: 400, code: 'bad_request' });
      expect(problem?.detail).not.toMatch(/position|token/i);
    }
  });

  test('JSON that is no object is 422', async () => {
    for (const body of ['[]', '"text"', '1', 'null', 'true']) {
      expect(await send('/posts', typed('application/json', body))).toMatchObject({ status: 422 });
    }
  });

  test('JSON of another type name, charset or none of ours', async () => {
    const json = JSON.stringify(post);
    expect(await send('/posts', typed('application/json; charset=utf-8', json))).toMatchObject({
      status: 201,
    });
    expect(await send('/posts', typed('application/vnd.api+json', json))).toMatchObject({ status: 201 });
    for (const type of [
      'text/plain',
      'application/xml',
      'application/json; charset=latin1',
      'nonsense',
      'application/octet-stream',
    ]) {
      const { status, problem } = await send('/posts', typed(type, json));
      expect({ type, status, code: problem?.code }).toEqual({
        type,
        status: 415,
        code: 'unsupported_media_type',
      });
    }
    const compressed = {
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: json,
    };
    expect(await send('/posts', compressed)).toMatchObject({ status: 415 });
  });

  test('in JSON a number in quotes is no number, and a date in a text stays text', async () => {
    const admin = await app.admin();
    const product = { name: 'Lamp', price: { amount: '1', currency: 'EUR' }, stock: 1 };
    const { status, problem } = await send(
      '/products',
      typed('application/json', JSON.stringify(product)),
      admin,
    );
    expect(status).toBe(422);
    expect(problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/price/amount']);
    const dated = await send(
      '/posts',
      typed('application/json', JSON.stringify({ ...post, title: '2024-01-01T00:00:00Z' })),
    );
    expect(await dated.response.json()).toMatchObject({ title: '2024-01-01T00:00:00Z' });
  });

  test('check 51: a body past its limit is 413, whether it says its length or not', async () => {
    const large = JSON.stringify({ ...post, body: 'x'.repeat(1_100_000) });
    expect(await send('/posts', typed('application/json', large))).toMatchObject({ status: 413 });
    const chunks = new Blob([large]).stream();
    const init = {
      headers: { 'content-type': 'application/json' },
      body: chunks,
      duplex: 'half',
    } as RequestInit;
    const { status, problem } = await send('/posts', init);
    expect({ status, code: problem?.code }).toEqual({ status: 413, code: 'payload_too_large' });
  });

  test('check 51: a page of more than a hundred is refused, through both doors', async () => {
    for (const limit of [101, 0, -1, 1e9]) {
      expect((await user.rest('GET', `/posts?limit=${limit}`)).status).toBe(422);
      const input = encodeURIComponent(JSON.stringify({ json: { limit } }));
      expect((await user.fetch(`/rpc/posts.list?input=${input}`)).status).toBe(422);
    }
    expect((await user.rest('GET', '/posts?limit=100')).status).toBe(200);
  });

  test('unknown fields are dropped, and __proto__ and constructor pollute nothing', async () => {
    const hostile =
      '{"title":"x","body":"","__proto__":{"status":"published","polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const { status, response } = await send('/posts', typed('application/json', hostile));
    expect([201, 422]).toContain(status);
    if (status === 201) expect(await response.json()).toMatchObject({ status: 'draft' });
    expect({}).not.toHaveProperty('polluted');
    for (const query of [
      '__proto__[limit]=5',
      'constructor[prototype][polluted]=1',
      'toString=1',
      '__proto__=1',
    ]) {
      const answer = await user.rest('GET', `/posts?${query}`);
      expect([200, 400, 422]).toContain(answer.status);
    }
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('addresses', () => {
  test('query values are decoded by the schema, and refused by name when they cannot be', async () => {
    expect((await user.rest('GET', '/posts?limit=5&limit=6')).status).toBe(422);
    expect((await user.rest('GET', '/products?inStock=true&limit=1')).status).toBe(200);
    for (const [query, pointer] of [
      ['limit=', '/limit'],
      ['limit=1e9', '/limit'],
      ['limit=0x10', '/limit'],
      ['limit=NaN', '/limit'],
      ['inStock=maybe', '/inStock'],
    ]) {
      const response = await user.rest('GET', `/products?${query}`);
      const problem = await problemOf(response);
      expect({ query, status: response.status, at: problem.errors?.map((issue) => issue.pointer) }).toEqual({
        query,
        status: 422,
        at: [pointer],
      });
    }
  });

  test('hostile queries and paths are refused, never a 500', async () => {
    const deep = `a${'[b]'.repeat(500)}=1`;
    const many = Array.from({ length: 5_000 }, (_, index) => `p${index}=1`).join('&');
    for (const path of [
      `/posts?${deep}`,
      `/posts?${many}`,
      '/posts?limit=%',
      '/posts?%E0%A4%A',
      '/posts/%',
      '/posts/%E0%A4%A',
      '/posts/%00',
      '/slugs/%2e%2e%2f',
      '/posts//',
      '//posts',
      `/posts/${'x'.repeat(5_000)}`,
      '/files/..%2f..%2fetc%2fpasswd/content',
      '/users/%F0%9F%9A%AA',
    ]) {
      const response = await user.rest('GET', path);
      expect({ path: path.slice(0, 60), status: response.status }).not.toMatchObject({ status: 500 });
      expect(response.status).toBeLessThan(500);
    }
    expect(app.logged.filter((line) => line.includes('a call broke'))).toEqual([]);
  });

  test('percent-encoded and plain characters of a path mean the same', async () => {
    const created = await user.rpc.posts.create.mutate({ ...post, title: 'Größe 門', status: 'published' });
    for (const slug of [encodeURIComponent(created.slug), encodeURI(created.slug)]) {
      const response = await user.rest('GET', `/slugs/${slug}`);
      expect(await response.json()).toMatchObject({ id: created.id });
    }
  });

  test('an address that is none is a problem, under /api too', async () => {
    for (const path of [
      '/api',
      '/api/',
      '/api/nothing',
      '/api/POSTS',
      '/api/posts/',
      '/assets/none.js',
      '/health/none',
    ]) {
      const response = await user.fetch(path);
      expect({ path, status: response.status }).toEqual({ path, status: 404 });
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await problemOf(response)).toMatchObject({ code: 'not_found', status: 404, instance: path });
    }
  });
});

describe('methods', () => {
  test('check 20: a method that does not work is 405 with those that do', async () => {
    for (const [method, path, allow] of [
      ['PATCH', '/posts', 'GET, POST, HEAD, OPTIONS'],
      ['DELETE', '/posts', 'GET, POST, HEAD, OPTIONS'],
      ['GET', '/login', 'POST, OPTIONS'],
      ['POST', `/posts/${crypto.randomUUID()}`, 'GET, PUT, DELETE, HEAD, OPTIONS'],
    ] as const) {
      const response = await user.rest(method, path);
      expect(response.status).toBe(405);
      const expected = new Set(allow.split(', '));
      expect(new Set(response.headers.get('allow')?.split(', '))).toEqual(expected);
      expect(await problemOf(response)).toMatchObject({ code: 'method_not_allowed' });
    }
  });

  test('OPTIONS says what works, HEAD is GET without its body', async () => {
    const options = await user.rest('OPTIONS', '/posts');
    expect(options.status).toBe(204);
    expect(options.headers.get('allow')).toContain('GET');
    const [get, head] = [
      await app.visitor().rest('GET', '/posts'),
      await app.visitor().rest('HEAD', '/posts'),
    ];
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(await head.text()).toBe('');
    expect((await user.rest('HEAD', '/posts/none-such')).status).toBe(422);
  });

  test('a client that takes no JSON gets 406, one that takes anything is served', async () => {
    const get = (accept: string) => user.rest('GET', '/posts', undefined, { accept });
    for (const accept of ['text/html', 'image/*', 'application/xml', 'application/json;q=0']) {
      const response = await get(accept);
      expect({ accept, status: response.status }).toEqual({ accept, status: 406 });
      expect(await problemOf(response)).toMatchObject({ code: 'not_acceptable' });
    }
    for (const accept of ['*/*', 'application/*', 'application/json', 'text/html, */*;q=0.1', '']) {
      expect((await get(accept)).status).toBe(200);
    }
  });
});
