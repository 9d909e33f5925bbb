import { expect, test } from 'vitest';
import { z } from 'zod';
import { fail } from '../../../server/src/engine/errors/failure.ts';
import { ask, bugs, type OperationOptions, operation } from './ask.ts';

const get = (value: unknown, schema: z.ZodType = z.unknown()) =>
  operation('GET /x', { output: { as: 'json', schema }, answer: () => value });
const create = (options: OperationOptions) => [operation('POST /x', { status: 201, ...options })];
const unknown = { as: 'json', schema: z.unknown() } as const;

test('an output is plain JSON', async () => {
  const value = {
    day: new Date(0),
    big: 12n,
    set: new Set([1n]),
    map: new Map([['a', 1n]]),
    zero: -0,
    none: NaN,
  };
  const schema = z.object({
    day: z.date(),
    big: z.bigint(),
    set: z.set(z.bigint()),
    map: z.map(z.string(), z.bigint()),
    zero: z.number(),
    none: z.nan(),
  });
  const expected = {
    day: '1970-01-01T00:00:00.000Z',
    big: '12',
    set: ['1'],
    map: [['a', '1']],
    zero: 0,
    none: null,
  };
  for (const described of [schema, z.unknown()]) {
    const answer = await ask([get(value, described)], 'GET /api/x');
    expect(answer.json).toEqual(expected);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  }
});

test('a literal bigint is text, too', async () => {
  expect((await ask([get(1n, z.literal(1n))], 'GET /api/x')).text).toBe('"1"');
});

test('an output of nothing where JSON is described is null', async () => {
  expect((await ask([get(undefined, z.string().optional())], 'GET /api/x')).text).toBe('null');
});

test('201 names the new resource, percent-encoded', async () => {
  const operations = create({ output: unknown, location: '/x/{slug}', answer: () => ({ slug: 'a/é?' }) });
  const answer = await ask(operations, 'POST /api/x');
  expect(answer.status).toBe(201);
  expect(answer.headers.get('location')).toBe('/api/x/a%2F%C3%A9%3F');
});

test('no output is 204 without a body', async () => {
  const answer = await ask([operation('DELETE /x', { status: 204 })], 'DELETE /api/x');
  expect(answer).toMatchObject({ status: 204, text: '' });
  expect(answer.headers.get('content-type')).toBeNull();
});

test('a page links to the next one under the same address', async () => {
  const page = { items: [], nextCursor: 'a+b>' };
  const answer = await ask([get(page)], 'GET /api/x?limit=5&cursor=old&tag=a&tag=b');
  expect(answer.headers.get('link')).toBe('</api/x?limit=5&cursor=a%2Bb%3E&tag=a&tag=b>; rel="next"');
  const last = await ask([get({ ...page, nextCursor: null })], 'GET /api/x');
  expect(last.headers.get('link')).toBeNull();
});

test('the tag of a resource with a version begins with it', async () => {
  const etag = (await ask([get({ version: 7 })], 'GET /api/x')).headers.get('etag');
  expect(etag).toMatch(/^"7\.[\w-]{22}"$/);
});

test('the same version seen differently has another tag', async () => {
  const one = await ask([get({ version: 7, author: 'ada' })], 'GET /api/x');
  const two = await ask([get({ version: 7, author: 'bob' })], 'GET /api/x');
  expect(one.headers.get('etag')).not.toBe(two.headers.get('etag'));
});

test.each([
  ['the tag', (etag: string) => etag],
  ['a weak tag', (etag: string) => `W/${etag}`],
  ['a list', (etag: string) => `"a", W/"b",${etag}`],
  ['any tag', () => '*'],
])('If-None-Match with %s answers 304', async (_name, header) => {
  const etag = (await ask([get({ a: 1 })], 'GET /api/x')).headers.get('etag') ?? '';
  const answer = await ask([get({ a: 1 })], 'GET /api/x', { headers: { 'if-none-match': header(etag) } });
  expect(answer).toMatchObject({ status: 304, text: '' });
  expect(answer.headers.get('etag')).toBe(etag);
  expect(answer.headers.get('vary')).toBe('cookie, authorization');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

test('If-None-Match with other tags answers the whole', async () => {
  const headers = { 'if-none-match': '"a", malformed' };
  expect(await ask([get({ a: 1 })], 'GET /api/x', { headers })).toMatchObject({ status: 200 });
});

test('what a user sees, or a mutation answers, is never kept', async () => {
  const mine = await ask([get({})], 'GET /api/x', { user: true });
  expect(mine.headers.get('cache-control')).toBe('no-store');
  const created = await ask(create({ output: unknown }), 'POST /api/x');
  expect(created.headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['application/json', 200],
  ['application/problem+json', 200],
  ['application/*', 200],
  ['*/*', 200],
  ['text/html, */*;q=0.1', 200],
  ['', 200],
  ['text/html', 406],
  ['application/json;q=0', 406],
  ['nonsense', 406],
])('Accept: %s answers %i', async (accept, status) => {
  const answer = await ask([get({})], 'GET /api/x', { headers: { accept } });
  expect(answer.status).toBe(status);
});

test('a mutation whose answer would not be accepted does not run', async () => {
  let runs = 0;
  const operations = create({ output: unknown, answer: () => ++runs });
  expect(await ask(operations, 'POST /api/x', { headers: { accept: 'text/html' } })).toMatchObject({
    status: 406,
  });
  expect(runs).toBe(0);
});

test('a failure is a problem with its headers, never kept', async () => {
  const answer = () => {
    throw fail('rate_limited', { detail: 'Try again in 5 seconds', retryAfter: 5 });
  };
  const failed = await ask([operation('GET /x', { output: unknown, answer })], 'GET /api/x');
  expect(failed.status).toBe(429);
  expect(failed.headers.get('content-type')).toBe('application/problem+json');
  expect(failed.headers.get('retry-after')).toBe('5');
  expect(failed.headers.get('cache-control')).toBe('no-store');
  expect(failed.json).toEqual({
    type: '/api/docs/errors#rate_limited',
    title: 'Too many requests',
    status: 429,
    detail: 'Try again in 5 seconds',
    instance: '/api/x',
    code: 'rate_limited',
    requestId: 'request-1',
  });
});

test('a bug answers 500 and says nothing; the log has it', async () => {
  const answer = () => {
    throw new Error('the secret is 42');
  };
  const failed = await ask([operation('GET /x', { output: unknown, answer })], 'GET /api/x');
  expect(failed.status).toBe(500);
  expect(failed.text).not.toContain('42');
  expect(bugs.join()).toContain('the secret is 42');
});
