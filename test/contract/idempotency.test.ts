import type { Problem } from '@portico/shared/errors';
import type { Post } from '@portico/shared/posts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweepAnswers } from '../../server/src/engine/idempotency/answers.ts';
import { type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { doorNames } from './doors.ts';

let app: TestApp;
let user: UserAgent;
beforeAll(async () => {
  app = await testApp();
  user = await app.user();
});
afterAll(() => app[Symbol.asyncDispose]());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly post: Post;
  readonly problem: Problem;
}

/** `posts.create` under a key, through one of the doors. */
async function create(door: 'rpc' | 'rest', agent: UserAgent, key: string, input: object): Promise<Answer> {
  const headers = { 'idempotency-key': key };
  if (door === 'rest') {
    const response = await agent.rest('POST', '/posts', input, headers);
    const body = await response.json();
    return { status: response.status, headers: response.headers, post: body, problem: body };
  }
  const response = await agent.fetch('/rpc/posts.create', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  });
  const { result, error } = await response.json();
  return {
    status: response.status,
    headers: response.headers,
    post: result?.data.json,
    problem: error?.json.data.problem,
  };
}

const newKey = (): string => crypto.randomUUID();
const titled = (title: string): object => ({ title, body: 'Text', tags: ['one', 'two'] });

async function count(title: string): Promise<number> {
  const [row] = await app.db.execute(sql`select count(*)::int as count from posts where title = ${title}`);
  return Number(row?.count);
}

describe.each(doorNames)('through %s', (door) => {
  test('check 56: the same key and input have one effect, and the first answer again', async () => {
    const [key, title] = [newKey(), `Once ${door}`];
    const first = await create(door, user, key, titled(title));
    const again = await create(door, user, key, { tags: ['one', 'two'], body: 'Text', title });
    expect(first.status).toBeLessThan(300);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.status).toBe(first.status);
    expect(again.post).toEqual(first.post);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await count(title)).toBe(1);
  });

  test('check 56: the same key with another input is refused', async () => {
    const key = newKey();
    await create(door, user, key, titled(`Mine ${door}`));
    const other = await create(door, user, key, titled(`Other ${door}`));
    expect(other).toMatchObject({ status: 422, problem: { code: 'idempotency_key_reused' } });
    expect(await count(`Other ${door}`)).toBe(0);
  });

  test('check 56: ten at once have one effect; the others are told to wait or get its answer', async () => {
    const [key, title] = [newKey(), `At once ${door}`];
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => create(door, user, key, titled(title))),
    );
    for (const { status, problem, headers } of answers.filter((answer) => answer.status >= 300)) {
      expect({ status, code: problem.code }).toEqual({ status: 409, code: 'idempotency_in_progress' });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const ids = answers.filter(({ status }) => status < 300).map(({ post }) => post.id);
    expect(new Set(ids).size).toBe(1);
    expect(await count(title)).toBe(1);
  });

  test('a failure is not stored: the corrected input runs under the same key', async () => {
    const [key, title] = [newKey(), `Corrected ${door}`];
    const refused = await create(door, user, key, { ...titled(title), coverId: crypto.randomUUID() });
    expect(refused).toMatchObject({ status: 422, problem: { code: 'invalid_input' } });
    expect((await create(door, user, key, titled(title))).status).toBeLessThan(300);
    expect(await count(title)).toBe(1);
  });

  test('check 56: a key belongs to its caller', async () => {
    const [key, title, stranger] = [newKey(), `Two of us ${door}`, await app.user()];
    const mine = await create(door, user, key, titled(title));
    const theirs = await create(door, stranger, key, titled(title));
    expect(theirs.post.id).not.toBe(mine.post.id);
    expect((await create(door, app.visitor(), key, titled(title))).status).toBe(401);
  });

  test('a key of the wrong form is refused, and one of the longest form is taken', async () => {
    for (const key of ['', 'a b', 'x'.repeat(256), 'caf\u00e9']) {
      const refused = await create(door, user, key, titled(`Never ${door}`));
      expect({ key, ...refused.problem }).toMatchObject({ key, code: 'bad_request' });
    }
    const key = `${newKey()}${'x'.repeat(219)}`;
    expect((await create(door, user, key, titled(`Long ${door}`))).status).toBeLessThan(300);
    expect(await count(`Never ${door}`)).toBe(0);
  });
});

test('check 56: a key holds through both doors', async () => {
  const [key, title] = [newKey(), 'Through both'];
  const first = await create('rest', user, key, titled(title));
  const again = await create('rpc', user, key, titled(title));
  expect(again.post.id).toBe(first.post.id);
  expect(first.headers.get('location')).toBe(`/api/posts/${first.post.id}`);
  expect(await count(title)).toBe(1);
});

test('a key works through a batch of one, and is refused for a batch of several', async () => {
  const send = (paths: string, bodies: object) =>
    user.fetch(`/rpc/${paths}?batch=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(bodies),
    });
  const key = newKey();
  const one = { json: titled('Batched') };
  for (const paths of ['posts.create,posts.create', 'posts.create%2Cposts.delete']) {
    const several = await send(paths, { 0: one, 1: one });
    expect(several.status).toBe(400);
    expect(JSON.stringify(await several.json())).toContain('bad_request');
  }
  expect(await count('Batched')).toBe(0);
  expect((await send('posts.create', { 0: one })).status).toBe(200);
  expect((await send('posts.create', { 0: one })).headers.get('idempotency-replayed')).toBe('true');
  expect(await count('Batched')).toBe(1);
});

test('a streamed batch is no different, but its head has left before a replay is known', async () => {
  const send = (paths: string, bodies: object) =>
    user.fetch(`/rpc/${paths}?batch=1`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'trpc-accept': 'application/jsonl',
        'idempotency-key': key,
      },
      body: JSON.stringify(bodies),
    });
  const key = newKey();
  const one = { json: titled('Streamed') };
  const several = await (await send('posts.create,posts.delete', { 0: one, 1: one })).text();
  expect(several.match(/"bad_request"/g)).toHaveLength(2);
  expect(await count('Streamed')).toBe(0);
  const ids = [];
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const text = await (await send('posts.create', { 0: one })).text();
    ids.push(/"id":"([\da-f-]{36})"/.exec(text)?.[1]);
  }
  expect(ids[0]).toBeDefined();
  expect(ids[1]).toBe(ids[0]);
  expect(await count('Streamed')).toBe(1);
});

test('an operation that does not declare it takes no notice of a key', async () => {
  const post = await user.rpc.posts.create.mutate({ title: 'Deleted', body: '' });
  const send = () => user.rest('DELETE', `/posts/${post.id}`, undefined, { 'idempotency-key': 'k' });
  expect((await send()).status).toBe(204);
  expect((await send()).status).toBe(404);
});

test('an administrator who is none any more is not answered again', async () => {
  const admin = await app.admin();
  const { id } = await admin.rpc.accounts.me.query();
  const send = () =>
    admin.rest(
      'POST',
      '/products',
      { name: 'Lamp', description: '', price: { amount: 100, currency: 'EUR' }, stock: 1 },
      { 'idempotency-key': 'the-lamp' },
    );
  expect((await send()).status).toBe(201);
  expect((await send()).headers.get('idempotency-replayed')).toBe('true');
  await app.db.execute(sql`update users set role = 'user' where id = ${id}`);
  expect((await send()).status).toBe(403);
});

test('after 24 hours a key is new again, and the old answer is swept', async () => {
  const [key, title] = [newKey(), 'A day later'];
  const first = await create('rest', user, key, titled(title));
  const stored = sql`select count(*)::int as count from idempotent_answers where answer like ${`%${first.post.id}%`}`;
  expect((await app.db.execute(stored))[0]).toEqual({ count: 1 });
  await app.db.execute(sql`update idempotent_answers set expires_at = expires_at - interval '24 hours'`);
  const later = await create('rest', user, key, titled(title));
  expect(later.post.id).not.toBe(first.post.id);
  expect((await create('rest', user, key, titled(title))).post.id).toBe(later.post.id);
  await app.db.execute(sql`update idempotent_answers set expires_at = expires_at - interval '24 hours'`);
  await sweepAnswers(app.db);
  expect([...(await app.db.execute(sql`select id from idempotent_answers`))]).toEqual([]);
});
