import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask, operation } from './ask.ts';

const json = { as: 'json', schema: z.unknown() } as const;
const named = (route: string, name: string) =>
  operation(route, { output: json, input: z.looseObject({}), answer: (input) => ({ name, input }) });

const operations = [
  named('GET /posts', 'list'),
  named('POST /posts', 'create'),
  named('GET /posts/{id}', 'get'),
  named('PUT /posts/{id}', 'update'),
  named('GET /posts/by-slug/{slug}', 'bySlug'),
  named('GET /posts/mine', 'mine'),
];

test.each([
  ['a fixed path before one with parameters', 'GET /api/posts/mine', { name: 'mine', input: {} }],
  ['a parameter', 'GET /api/posts/1', { name: 'get', input: { id: '1' } }],
  ['a deeper path', 'GET /api/posts/by-slug/a', { name: 'bySlug', input: { slug: 'a' } }],
  [
    'the word of a deeper path as a parameter',
    'GET /api/posts/by-slug',
    { name: 'get', input: { id: 'by-slug' } },
  ],
  [
    'a percent-encoded slash inside a parameter',
    'GET /api/posts/a%2Fb%3F',
    { name: 'get', input: { id: 'a/b?' } },
  ],
  ['letters beyond ASCII', 'GET /api/posts/%C3%A9', { name: 'get', input: { id: 'é' } }],
  ['a percent sign', 'GET /api/posts/100%25', { name: 'get', input: { id: '100%' } }],
  ['a name of JavaScript’s own', 'GET /api/posts/__proto__', { name: 'get', input: { id: '__proto__' } }],
])('%s is found', async (_name, request, expected) => {
  expect((await ask(operations, request)).json).toEqual(expected);
});

test.each([
  'GET /api',
  'GET /api/',
  'GET /api/nothing',
  'GET /api/posts/',
  'GET /api//posts',
  'GET /api/Posts',
  'GET /api/posts/1/2',
  'GET /api/constructor',
  'GET /api/posts/%',
  'GET /api/posts/%zz',
  'GET /api/posts/%E4%F6',
  `GET /api/posts/${'a'.repeat(3000)}`,
  'OPTIONS /api/nothing',
  'BREW /api/nothing',
])('%s is a problem with 404', async (request) => {
  const answer = await ask(operations, request);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toMatchObject({ code: 'not_found', status: 404, requestId: 'request-1' });
});

test.each([
  ['DELETE /api/posts', 'GET, POST, HEAD, OPTIONS'],
  ['TRACE /api/posts', 'GET, POST, HEAD, OPTIONS'],
  ['BREW /api/posts/1', 'GET, PUT, HEAD, OPTIONS'],
  ['get /api/posts/1', 'GET, PUT, HEAD, OPTIONS'],
])('%s names the methods that work', async (request, allow) => {
  const answer = await ask(operations, request);
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allow);
  expect(answer.json).toMatchObject({ code: 'method_not_allowed' });
});

test('OPTIONS answers the methods and nothing else', async () => {
  const answer = await ask(operations, 'OPTIONS /api/posts');
  expect(answer).toMatchObject({ status: 204, text: '' });
  expect(answer.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
});

test('HEAD answers what GET does, without its body', async () => {
  const get = await ask(operations, 'GET /api/posts/1');
  const head = await ask(operations, 'HEAD /api/posts/1');
  expect(head).toMatchObject({ status: 200, text: '' });
  expect(head.headers.get('content-length')).toBe(String(get.text.length));
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  expect((await ask(operations, 'HEAD /api/nothing')).text).toBe('');
});
