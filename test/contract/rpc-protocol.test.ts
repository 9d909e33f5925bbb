import {
  createTRPCClient,
  httpBatchLink,
  httpBatchStreamLink,
  httpLink,
  TRPCClientError,
  type TRPCLink,
} from '@trpc/client';
import superjson from 'superjson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppRouter } from '../../client/src/index.ts';
import { password, type TestApp, testApp } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import type { UserAgent } from '../support/user-agent.ts';

let app: TestApp;
let user: UserAgent;
beforeAll(async () => {
  app = await testApp();
  user = await app.user();
  for (let number = 0; number < 3; number += 1) {
    await user.rpc.posts.create.mutate({ title: `Post ${number}`, body: '', status: 'published' });
  }
});
afterAll(() => app[Symbol.asyncDispose]());

const url = 'http://localhost:3000/rpc';
const links = { httpLink, httpBatchLink, httpBatchStreamLink };

function client(make: (typeof links)[keyof typeof links], agent: UserAgent) {
  const link = make({
    url,
    transformer: superjson,
    fetch: (input, init) => agent.fetch(input as string, init as RequestInit),
  }) as TRPCLink<AppRouter>;
  return createTRPCClient<AppRouter>({ links: [link] });
}

const problemCode = (error: unknown) => (error instanceof TRPCClientError ? error.data?.problem.code : error);

describe.each(Object.keys(links) as (keyof typeof links)[])('the official client with %s', (name) => {
  test('queries and mutates, and dates are dates', async () => {
    const rpc = client(links[name], user);
    const { items } = await rpc.posts.list.query({ limit: 2 });
    expect(items).toHaveLength(2);
    expect(items[0]?.publishedAt).toBeInstanceOf(Date);
    const created = await rpc.posts.create.mutate({ title: 'By link', body: '' });
    expect(created.createdAt).toBeInstanceOf(Date);
    expect(await rpc.posts.get.query({ id: created.id })).toEqual(created);
    expect(await rpc.posts.delete.mutate({ id: created.id })).toBeUndefined();
  });

  test('meets typed errors with the status that REST answers', async () => {
    const rpc = client(links[name], user);
    const error = await rpc.posts.get.query({ id: crypto.randomUUID() }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TRPCClientError);
    expect(error).toMatchObject({
      data: { code: 'NOT_FOUND', httpStatus: 404, problem: { code: 'not_found' } },
    });
    expect(error).not.toHaveProperty('data.stack');
  });

  test('runs many calls at once, each with its own outcome', async () => {
    const rpc = client(links[name], user);
    const outcomes = await Promise.allSettled([
      rpc.posts.list.query({ limit: 1 }),
      rpc.posts.get.query({ id: crypto.randomUUID() }),
      rpc.accounts.me.query(),
      rpc.posts.get.query({ id: 'no-id' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(
      outcomes.map((outcome) => (outcome.status === 'rejected' ? problemCode(outcome.reason) : '')),
    ).toEqual(['', 'not_found', '', 'invalid_input']);
  });
});

test('a file goes as FormData', async () => {
  const rpc = client(httpLink, user);
  const form = new FormData();
  form.append('file', await picture());
  form.append('alt', 'By form');
  const upload = rpc.files.upload.mutate as unknown as (
    input: FormData,
  ) => Promise<{ picture: { alt: string } }>;
  expect(await upload(form)).toMatchObject({ type: 'image/png', picture: { alt: 'By form' } });
});

test('a call that sets cookies is refused in a streamed batch, and nothing is written', async () => {
  const visitor = app.visitor();
  const rpc = client(httpBatchStreamLink, visitor);
  const person = { username: 'streamed', email: 'streamed@example.com', password };
  const error = await rpc.accounts.register.mutate(person).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ data: { httpStatus: 400, problem: { code: 'bad_request' } } });
  expect(visitor.cookies()).toBe('');
  expect((await visitor.rest('GET', '/users/streamed')).status).toBe(404);
  await client(httpBatchLink, visitor).accounts.register.mutate(person);
  expect(visitor.cookies()).toMatch(/session=/);
});

describe('on the wire', () => {
  const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));

  test('a batch of mixed results is 207 and names each', async () => {
    const inputs = {
      0: { json: { limit: 1 } },
      1: { json: { id: 'x' } },
      2: { json: { id: crypto.randomUUID() } },
    };
    const response = await user.fetch(`/rpc/posts.list,posts.get,posts.get?batch=1&input=${input(inputs)}`);
    expect(response.status).toBe(207);
    const [list, invalid, missing] = await response.json();
    expect(list.result.data.json.items).toHaveLength(1);
    expect(invalid.error.json.data).toMatchObject({ httpStatus: 422, code: 'UNPROCESSABLE_CONTENT' });
    expect(missing.error.json.data).toMatchObject({ httpStatus: 404, code: 'NOT_FOUND' });
  });

  test('check 51: a batch of 50 calls is served, one of 51 is refused', async () => {
    const batch = (count: number) =>
      user.fetch(
        `/rpc/${Array.from({ length: count }, () => 'accounts.session').join(',')}?batch=1&input=%7B%7D`,
      );
    expect((await batch(50)).status).toBe(200);
    const refused = await batch(51);
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('payload_too_large');
    for (const [comma, headers] of [
      [',', { 'trpc-accept': 'application/jsonl' }],
      ['%2C', {}],
    ] as const) {
      const names = Array.from({ length: 51 }, () => 'accounts.session').join(comma);
      expect((await user.fetch(`/rpc/${names}?batch=1`, { headers })).status).toBe(413);
    }
  });

  test('check 20: a mutation by GET is 405', async () => {
    const { id } = await user.rpc.posts.create.mutate({ title: 'Stays', body: '' });
    const response = await user.fetch(`/rpc/posts.delete?input=${input({ json: { id } })}`);
    expect(response.status).toBe(405);
    expect(await response.text()).toContain('METHOD_NOT_SUPPORTED');
    expect(await user.rpc.posts.get.query({ id })).toMatchObject({ title: 'Stays' });
  });

  test('a query may come by POST when its input is long', async () => {
    const response = await user.fetch('/rpc/posts.list', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: { limit: 1 } }),
    });
    expect(response.status).toBe(200);
  });

  test('what is malformed is refused, never a 500', async () => {
    const json = { 'content-type': 'application/json' };
    for (const [path, init, status] of [
      ['/rpc/nothing.here', {}, 404],
      ['/rpc/', {}, 404],
      ['/rpc/posts.list?input=%7B', {}, 400],
      ['/rpc/posts.list?batch=1&input=%7B', {}, 400],
      ['/rpc/posts.list?connectionParams=1', {}, 400],
      ['/rpc/posts.create', { method: 'POST', headers: json, body: '{' }, 400],
      ['/rpc/posts.create', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
      [
        '/rpc/posts.create',
        { method: 'POST', headers: json, body: JSON.stringify({ json: { body: 'x'.repeat(1_100_000) } }) },
        413,
      ],
      [
        '/rpc/files.upload',
        { method: 'POST', headers: json, body: JSON.stringify({ json: { alt: 'x'.repeat(1_100_000) } }) },
        413,
      ],
      [`/rpc/posts.list?input=${'x'.repeat(70_000)}`, {}, 400],
      ['/rpc/posts.list', { method: 'PUT', headers: json, body: '{}' }, 405],
      ['/rpc/constructor', {}, 404],
      ['/rpc/__proto__', {}, 404],
    ] as const) {
      const response = await user.fetch(path, init);
      expect({ path: path.slice(0, 50), status: response.status }).toEqual({
        path: path.slice(0, 50),
        status,
      });
    }
  });

  test('check 52: hostile superjson metadata pollutes nothing', async () => {
    for (const meta of [
      { values: { '__proto__.polluted': ['Date'] } },
      { values: { 'constructor.prototype.polluted': ['Date'] } },
      { referentialEqualities: { '__proto__.polluted': ['title'] } },
      { values: { title: [['custom', 'x']] } },
      { values: 'nonsense' },
    ]) {
      const body = JSON.stringify({ json: { title: 'x', body: '' }, meta });
      const headers = { 'content-type': 'application/json' };
      const response = await user.fetch('/rpc/posts.create', { method: 'POST', headers, body });
      expect({ meta, status: response.status < 500 }).toEqual({ meta, status: true });
      expect({}).not.toHaveProperty('polluted');
    }
  });

  test('a file is REST’s alone: RPC answers its address', async () => {
    const stored = await user.rpc.files.upload.mutate({ file: await picture() });
    expect(await user.rpc.files.content.query({ id: stored.id })).toBe(stored.url);
  });
});
