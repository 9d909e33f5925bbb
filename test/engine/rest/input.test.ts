import { form } from '@portico/shared/form';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask, bugs, operation, type Question } from './ask.ts';

const echo = { output: { as: 'json', schema: z.unknown() } } as const;
const Edit = z.object({
  id: z.uuid(),
  title: z.string().optional(),
  count: z.int().optional(),
  day: z.date().optional(),
  tags: z.array(z.string()).optional(),
  price: z.object({ amount: z.int() }).optional(),
  version: z.int().optional(),
});
const id = '0b7b2c86-5a3c-4c4e-8f6e-4b1d8f0e7a11';
const other = '7c7b2c86-5a3c-4c4e-8f6e-4b1d8f0e7a22';

const operations = [
  operation('GET /posts', {
    input: z.object({ limit: z.int().max(100).default(20), tag: z.array(z.string()).optional() }),
    ...echo,
  }),
  operation('GET /strict', { input: z.strictObject({ a: z.string().optional() }), ...echo }),
  operation('DELETE /posts/{id}', {
    input: z.object({ id: z.uuid(), force: z.boolean().optional() }),
    ...echo,
  }),
  operation('PUT /posts/{id}', { input: Edit, ...echo }),
  operation('POST /strict', { input: z.strictObject({ a: z.string() }), ...echo }),
  operation('POST /numbered/{n}', { input: z.object({ n: z.int(), m: z.int().optional() }), ...echo }),
  operation('POST /logout', { output: { as: 'none', schema: z.void() }, status: 204 }),
  operation('POST /files', {
    input: form(z.object({ file: z.file(), alt: z.string().default('') })),
    body: 'form',
    ...echo,
    answer: async (input) => {
      const { file, alt } = input as { file: File; alt: string };
      return { name: file.name, type: file.type, text: await file.text(), alt };
    },
  }),
];

const json = (value: unknown, more: Question = {}): Question => ({
  ...more,
  headers: { 'content-type': 'application/json', ...more.headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

test('a query is decoded by the schema', async () => {
  const { json } = await ask(operations, 'GET /api/posts?limit=5&tag=a&tag=b');
  expect(json).toEqual({ limit: 5, tag: ['a', 'b'] });
});

test('a path parameter is decoded by the schema', async () => {
  expect((await ask(operations, 'POST /api/numbered/5')).json).toEqual({ n: 5 });
});

test('DELETE takes its input from path and query, and leaves a body unread', async () => {
  const answer = await ask(operations, `DELETE /api/posts/${id}?force=1`, json('{'));
  expect(answer.json).toEqual({ id, force: true });
});

test('a query value that does not fit is reported at its place', async () => {
  const answer = await ask(operations, 'GET /api/posts?limit=many');
  expect(answer.status).toBe(422);
  expect(answer.json).toMatchObject({ code: 'invalid_input', errors: [{ pointer: '/limit' }] });
});

test('a path parameter wins over query and body', async () => {
  expect((await ask(operations, `PUT /api/posts/${id}`, json({ id: other, title: 'a' }))).json).toEqual({
    id,
    title: 'a',
  });
  expect((await ask(operations, `DELETE /api/posts/${id}?id=${other}&id[]=x&id[a]=y`)).json).toEqual({ id });
});

test('JSON is decoded by the schema, but text is no number', async () => {
  const good = await ask(operations, `PUT /api/posts/${id}`, json({ day: '2024-02-29T00:00:00Z', count: 3 }));
  expect(good.json).toEqual({ id, day: '2024-02-29T00:00:00.000Z', count: 3 });
  const bad = await ask(operations, `PUT /api/posts/${id}`, json({ count: '3' }));
  expect(bad.json).toMatchObject({ status: 422, errors: [{ pointer: '/count', code: 'invalid_type' }] });
});

test('an urlencoded body is decoded by the schema', async () => {
  const answer = await ask(operations, `PUT /api/posts/${id}`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    body: 'count=3&tags=a&price[amount]=5&title=12',
  });
  expect(answer.json).toEqual({ id, count: 3, tags: ['a'], price: { amount: 5 }, title: '12' });
});

const multipart = { 'content-type': 'multipart/form-data; boundary=b' };
const part = (head: string, content: string) =>
  `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;

test('a multipart body is decoded by the schema', async () => {
  const body = `${part('name="count"', '3')}${part('name="tags[]"', 'a')}--b--\r\n`;
  const answer = await ask(operations, `PUT /api/posts/${id}`, { headers: multipart, body });
  expect(answer.json).toEqual({ id, count: 3, tags: ['a'] });
});

test('a file comes as a file, its path dropped', async () => {
  const head = 'name="file"; filename="../../etc/pass wd.txt"\r\ncontent-type: text/plain';
  const body = `${part(head, 'hello')}--b--\r\n`;
  const answer = await ask(operations, 'POST /api/files', { headers: multipart, body });
  expect(answer.json).toEqual({ name: 'pass wd.txt', type: 'text/plain', text: 'hello', alt: '' });
});

test('no file chosen is a missing file', async () => {
  const head = 'name="file"; filename=""\r\ncontent-type: application/octet-stream';
  const answer = await ask(operations, 'POST /api/files', {
    headers: multipart,
    body: `${part(head, '')}--b--`,
  });
  expect(answer.json).toMatchObject({ status: 422, errors: [{ pointer: '/file' }] });
});

test.each<[string, string, Question, number, string]>([
  ['malformed JSON', 'POST /api/strict', json('{"a":'), 400, 'bad_request'],
  [
    'JSON that is no UTF-8',
    'POST /api/strict',
    { ...json(''), body: Buffer.from([0x22, 0xff, 0x22]) },
    400,
    'bad_request',
  ],
  ['a JSON array', 'POST /api/strict', json([]), 422, 'invalid_input'],
  ['a JSON text', 'POST /api/strict', json('"a"'), 422, 'invalid_input'],
  ['a JSON null', 'POST /api/strict', json('null'), 422, 'invalid_input'],
  [
    'an unknown key where the schema is strict',
    'POST /api/strict',
    json({ a: '', b: 1 }),
    422,
    'invalid_input',
  ],
  ['an unknown key of a strict query', 'GET /api/strict?b=1', {}, 422, 'invalid_input'],
  ['__proto__ in JSON', 'POST /api/strict', json('{"a":"","__proto__":{"x":1}}'), 422, 'invalid_input'],
  [
    'constructor in JSON',
    `PUT /api/posts/${id}`,
    json('{"constructor":{"prototype":{}}}'),
    422,
    'invalid_input',
  ],
  ['__proto__ in a query', 'GET /api/posts?__proto__[x]=1', {}, 422, 'invalid_input'],
  [
    'JSON nested too deeply',
    'POST /api/strict',
    json(`{"a":${'['.repeat(200)}${']'.repeat(200)}}`),
    400,
    'bad_request',
  ],
  ['a query of too many fields', `GET /api/posts?${'a=1&'.repeat(10_000)}`, {}, 400, 'bad_request'],
  ['a query nested too deeply', `GET /api/posts?a${'[b]'.repeat(50)}=1`, {}, 400, 'bad_request'],
  [
    'text/plain carrying JSON',
    'POST /api/strict',
    json({ a: '' }, { headers: { 'content-type': 'text/plain' } }),
    415,
    'unsupported_media_type',
  ],
  ['a body without Content-Type', 'POST /api/strict', { body: '{"a":""}' }, 415, 'unsupported_media_type'],
  [
    'a Content-Type that is none',
    'POST /api/strict',
    json({ a: '' }, { headers: { 'content-type': 'json' } }),
    415,
    'unsupported_media_type',
  ],
  [
    'another charset',
    'POST /api/strict',
    json({ a: '' }, { headers: { 'content-type': 'application/json; charset=latin1' } }),
    415,
    'unsupported_media_type',
  ],
  [
    'a compressed body',
    'POST /api/strict',
    json({ a: '' }, { headers: { 'content-encoding': 'gzip' } }),
    415,
    'unsupported_media_type',
  ],
  ['JSON where a file is due', 'POST /api/files', json({ alt: '' }), 415, 'unsupported_media_type'],
  ['a body past the limit', 'POST /api/strict', json({ a: 'a'.repeat(1000) }), 413, 'payload_too_large'],
  [
    'a form past the limit',
    'POST /api/files',
    { headers: multipart, body: `${part('name="alt"', 'a'.repeat(1000))}--b--` },
    413,
    'payload_too_large',
  ],
  [
    'a declared length past the limit',
    'POST /api/strict',
    json({ a: '' }, { headers: { 'content-length': '1001' } }),
    413,
    'payload_too_large',
  ],
  [
    'multipart without a boundary',
    'POST /api/files',
    { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
    400,
    'bad_request',
  ],
  ['multipart that is none', 'POST /api/files', { headers: multipart, body: 'x' }, 400, 'bad_request'],
  [
    'multipart that breaks off in a file',
    'POST /api/files',
    { headers: multipart, body: part('name="file"; filename="a"', 'x') },
    400,
    'bad_request',
  ],
  [
    'multipart that breaks off in a head',
    'POST /api/files',
    { headers: multipart, body: '--b\r\ncontent-dispo' },
    400,
    'bad_request',
  ],
  [
    'a part without a name',
    'POST /api/files',
    { headers: multipart, body: `${part('filename="a"', 'x')}--b--` },
    400,
    'bad_request',
  ],
])('%s is refused', async (_name, request, question, status, code) => {
  const answer = await ask(operations, request, question);
  expect(answer.status).toBe(status);
  expect(answer.json).toMatchObject({ status, code });
  expect(bugs).toEqual([]);
});

test('a refused content type says what to send', async () => {
  const answer = await ask(operations, 'POST /api/strict', { body: 'a' });
  expect(answer.headers.get('accept')).toContain('application/json');
});

test.each([
  ['no body', {}],
  ['an empty body of JSON', json('')],
  ['JSON with a byte order mark', json('\uFEFF{}')],
  ['a type of JSON’s family', json({}, { headers: { 'content-type': 'application/merge-patch+json' } })],
  ['a quoted charset', json({}, { headers: { 'content-type': 'Application/JSON; Charset="UTF-8"; x=y' } })],
])('%s is an empty object', async (_name, question) => {
  expect((await ask(operations, `PUT /api/posts/${id}`, question)).json).toEqual({ id });
});

test('an operation without input ignores the body', async () => {
  expect(await ask(operations, 'POST /api/logout', json('{'))).toMatchObject({ status: 204, text: '' });
});

const update = (ifMatch: string, body: object) =>
  ask(operations, `PUT /api/posts/${id}`, json(body, { headers: { 'if-match': ifMatch } }));

test.each([
  ['"7"', {}, 7],
  ['W/"7"', {}, 7],
  ['"7.3q2-_x"', {}, 7],
  ['"7"', { version: 8 }, 8],
  ['*', {}, undefined],
])('If-Match: %s with %j is version %s', async (ifMatch, body, version) => {
  expect((await update(ifMatch, body)).json).toEqual({ id, ...(version !== undefined && { version }) });
});

test('If-Match counts for DELETE too, but never for a read', async () => {
  const input = z.object({ version: z.int().optional() });
  const versioned = [operation('DELETE /v', { input, ...echo }), operation('GET /v', { input, ...echo })];
  const headers = { 'if-match': '"7"' };
  expect((await ask(versioned, 'DELETE /api/v', { headers })).json).toEqual({ version: 7 });
  expect((await ask(versioned, 'DELETE /api/v?version=8', { headers })).json).toEqual({ version: 8 });
  expect((await ask(versioned, 'GET /api/v', { headers })).json).toEqual({});
});

test('If-Match is refused where no version is taken, since nothing would heed it', async () => {
  const gone = [operation('DELETE /things/{id}', { input: z.object({ id: z.string() }), ...echo })];
  const remove = (ifMatch: string) => ask(gone, 'DELETE /api/things/1', { headers: { 'if-match': ifMatch } });
  expect(await remove('"7"')).toMatchObject({ status: 400, json: { code: 'bad_request' } });
  expect((await remove('*')).json).toEqual({ id: '1' });
});

test.each(['7', '"a"', '"7", "8"', '', '"7.', '"-1"'])('If-Match: %s is malformed', async (ifMatch) => {
  expect(await update(ifMatch, {})).toMatchObject({ status: 400, json: { code: 'bad_request' } });
});
