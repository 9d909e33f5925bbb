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
  'metadata of superjson': [
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

test('check 52: JSON through RPC that reaches for a prototype pollutes nothing and sets no field', async () => {
  const author = await app.user();
  for (const part of ['"__proto__":{"status":"published","polluted":1}', evil[1]]) {
    const response = await author.fetch('/rpc/posts.create', json(`{"json":{${post},${part}}}`));
    expect(response.status).toBeLessThan(500);
    expect({}).not.toHaveProperty('polluted');
  }
  const { items } = await author.rpc.posts.mine.query({});
  expect(items.filter(({ status }) => status !== 'draft')).toEqual([]);
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
