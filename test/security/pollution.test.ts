import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicProcedure, router } from '../../server/src/engine/procedure/procedure.ts';
import { type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';

let app: TestApp;
let user: UserAgent;
beforeAll(async () => {
  app = await testApp();
  user = await app.user();
});
afterAll(() => app[Symbol.asyncDispose]());

const typed = (type: string, body: BodyInit): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
});
const json = (text: string) => typed('application/json', text);
const form = (text: string) => typed('application/x-www-form-urlencoded', text);
const query = (input: string) => `/rpc/posts.list?input=${encodeURIComponent(input)}`;

const evil = ['"__proto__":{"polluted":1}', '"constructor":{"prototype":{"polluted":1}}'];
const post = '"title":"x","body":""';
const escaped = [
  '"\\u005f_proto__":{"polluted":1}',
  '"const\\u0072uctor":1',
  '"\\u005F\\u005Fproto\\u005F\\u005F":1',
];
const stream = { 'trpc-accept': 'application/jsonl' };
const events = { accept: 'text/event-stream' };

/** A value in a field of a form, as a browser sends it. */
function multipart(name: string): RequestInit {
  const body = new FormData();
  body.append('alt', 'x');
  body.append(name, 'x');
  return { method: 'POST', body };
}
const values = (path: string) => `{"json":{${post}},"meta":{"values":{"${path}":["Date"]}}}`;

/** What reaches for a prototype, by where it travels. */
const hostile: Readonly<Record<string, readonly (readonly [path: string, init?: RequestInit])[]>> = {
  'JSON through REST': evil.flatMap((part) => [
    ['/api/posts', json(`{${post},${part}}`)],
    ['/api/products', json(`{"name":"x","price":{"amount":1,"currency":"EUR",${part}}}`)],
  ]),
  'a form': [
    ['/api/login', form('username=x&password=y&__proto__[polluted]=1')],
    ['/api/login', form('username=x&password=y&constructor[prototype][polluted]=1')],
    ['/api/login', form('username=x&password=y&a[__proto__][polluted]=1')],
  ],
  'a query': ['__proto__[polluted]=1', 'constructor[prototype][polluted]=1', 'constructor=1'].map((text) => [
    `/api/posts?${text}`,
  ]),
  'JSON through RPC': [...evil, ...escaped].flatMap((part) => [
    ['/rpc/posts.create', json(`{"json":{${post},${part}}}`)],
    ['/rpc/posts.create', json(`{"json":{${post},"tags":[{"a":[{${part}}]}]}}`)],
    ['/rpc/posts.create', typed('application/json; charset=utf-8', `{"json":{${post}},${part}}`)],
    ['/rpc/posts.create,accounts.update?batch=1', json(`{"0":{"json":{${post}}},"1":{"json":{${part}}}}`)],
    [
      '/rpc/posts.create?batch=1',
      { ...json(`{"0":{"json":{${post},${part}}}}`), headers: { ...json('').headers, ...stream } },
    ],
    [query(`{"json":{"limit":1,${part}}}`)],
    [`/rpc/posts.list?batch=1&input=${encodeURIComponent(`{"0":{"json":{${part}}}}`)}`, { headers: stream }],
    [
      `/rpc/comments.live?input=${encodeURIComponent(`{"json":{"postId":"x",${part}}}`)}`,
      { headers: events },
    ],
  ]),
  'a form through RPC': [
    '__proto__[polluted]',
    'constructor',
    'constructor[prototype][polluted]',
    'a[__proto__]',
  ].map((name) => ['/rpc/files.upload', multipart(name)]),
  'metadata of superjson': [
    ['/rpc/posts.create', json(`{"json":{${post}},"meta":{"values":{"__proto__":["Date"]}}}`)],
    ['/rpc/posts.create', json(`{"json":{${post}},"meta":{"values":{"title":{"constructor":["Date"]}}}}`)],
    ['/rpc/posts.create', json(`{"json":{${post}},"meta":{"__proto__":{"values":{}}}}`)],
    ['/rpc/posts.create', json(values('__proto__.polluted'))],
    ['/rpc/posts.create', json(values('constructor.prototype.polluted'))],
    ['/rpc/posts.create', json(values('prototype.polluted'))],
    [
      '/rpc/posts.create',
      json(`{"json":{${post}},"meta":{"referentialEqualities":{"title":["__proto__.polluted"]}}}`),
    ],
    [query('{"json":{},"meta":{"values":{"__proto__.polluted":["undefined"]}}}')],
    [
      '/rpc/posts.create?batch=1',
      json(`{"0":{"json":{${post}},"meta":{"values":{"constructor.polluted":["Date"]}}}}`),
    ],
  ],
};

test.each(Object.entries(hostile))(
  'check 52: %s that reaches for a prototype is refused',
  async (_, requests) => {
    for (const [path, init] of requests) {
      const { status } = await user.fetch(path, init);
      expect({ path, body: init?.body, status }).toEqual({
        path,
        body: init?.body,
        status: expect.any(Number),
      });
      expect({ path, body: init?.body, refused: status >= 400 && status < 500 }).toMatchObject({
        refused: true,
      });
    }
    expect({}).not.toHaveProperty('polluted');
    expect((await user.rpc.posts.mine.query({})).items).toEqual([]);
  },
);

test('words about prototypes are words, in any language', async () => {
  const body = 'The constructor, its "__proto__" and prototype; übrigens \u2028';
  const author = await app.user();
  const { id } = await author.rpc.posts.create.mutate({ title: 'constructor', body });
  expect(await author.rpc.posts.get.query({ id })).toMatchObject({ title: 'constructor', body });
  const escapes = await author.fetch('/rpc/posts.create', json('{"json":{"title":"\\u00fcber","body":""}}'));
  expect((await escapes.json()).result.data.json).toMatchObject({ title: 'über' });
});

test('the name is told beside its field, the same through both doors', async () => {
  const part = '"tags":["a"],"nested":{"__proto__":{"polluted":1}}';
  const rest = await user.fetch('/api/posts', json(`{${post},${part}}`));
  const rpc = await user.fetch('/rpc/posts.create', json(`{"json":{${post},${part}}}`));
  const { errors } = await rest.json();
  expect([rest.status, rpc.status]).toEqual([422, 422]);
  expect(errors).toMatchObject([{ pointer: '/nested/__proto__' }]);
  expect((await rpc.json()).error.json.data.problem.errors).toEqual(errors);
});

test('inputs as deep as a body is long are refused or answered, and nothing breaks', async () => {
  const deep = `${'['.repeat(400_000)}"\\u0061"${']'.repeat(400_000)}`;
  const { status } = await user.fetch(
    '/rpc/posts.create',
    json(`{"json":{${post},"a":${deep},"b":{"constructor":1}}}`),
  );
  expect(status).toBe(422);
});

describe('a field that has the name of something every object inherits', () => {
  const field = z.string().optional();
  const Inherited = z.object({ constructor: field, toString: field, valueOf: field, hasOwnProperty: field });
  const inherited = router({
    echo: publicProcedure
      .meta({ rest: 'POST /echo', summary: 'Answer which fields came' })
      .input(Inherited.extend({ nested: Inherited, list: z.array(Inherited) }))
      .output(z.object({ came: z.array(z.string()), nested: Inherited }))
      .mutation(({ input }) => ({
        came: Object.entries(input).flatMap(([key, value]) => (value === undefined ? [] : [key])),
        nested: input.nested,
      })),
  });

  test('check 52: is absent when it was left out, wherever it stands, through both doors', async () => {
    await using server = await testApp({}, undefined, inherited);
    const input = { nested: {}, list: [{}] };
    const rest = await server.visitor().rest('POST', '/echo', input);
    expect([rest.status, await rest.json()]).toEqual([200, { came: ['nested', 'list'], nested: {} }]);
    const rpc = await server.visitor().fetch('/rpc/echo', json(JSON.stringify({ json: input })));
    const called = await rpc.json();
    expect([rpc.status, called.result.data.json]).toEqual([200, { came: ['nested', 'list'], nested: {} }]);
    const named = await server.visitor().rest('POST', '/echo', { nested: { toString: 'x' }, list: [] });
    expect(await named.json()).toEqual({ came: ['nested', 'list'], nested: { toString: 'x' } });
  });
});
