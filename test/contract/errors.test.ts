import { codes, errorTable, type Problem } from '@portico/shared/errors';
import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { publicProcedure, router } from '../../server/src/engine/procedure/procedure.ts';
import { type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { type Door, type Outcome, openDoor } from './doors.ts';

let app: TestApp;
let rpc: Door;
let rest: Door;
let user: UserAgent;
let postId: string;
beforeAll(async () => {
  app = await testApp();
  rpc = openDoor('rpc', app);
  rest = openDoor('rest', app);
  user = await app.user('taken');
  postId = (await user.rpc.posts.create.mutate({ title: 'A post', body: '' })).id;
});
afterAll(() => app[Symbol.asyncDispose]());

/** What of a problem does not depend on the request that met it. */
function essence(outcome: Outcome): Omit<Problem, 'instance' | 'requestId'> {
  if (outcome.ok) throw new Error('Expected a failure');
  const { instance: _, requestId: __, ...problem } = outcome.problem;
  return problem;
}

test.each([
  ['a schema failure', 'posts.create', { title: 1, tags: ['a b', 2] }],
  ['a malformed cursor', 'posts.list', { cursor: '?' }],
  ['something missing', 'posts.get', { id: crypto.randomUUID() }],
  [
    'a name that is taken',
    'accounts.register',
    { username: 'TAKEN', email: 'x@example.com', password: '12345678' },
  ],
  ['a wrong password', 'accounts.login', { username: 'taken', password: 'wrong' }],
  ['a right that is lacking', 'products.delete', { id: crypto.randomUUID() }],
])('%s is the same problem through both doors', async (_, id, input) => {
  const [one, other] = [await rpc.call(user, id, input), await rest.call(user, id, input)];
  expect(essence(one)).toEqual(essence(other));
});

test('a version conflict is the same problem through both doors', async () => {
  const stale = { id: postId, title: 'x', version: 17 };
  const [one, other] = [
    await rpc.call(user, 'posts.update', stale),
    await rest.call(user, 'posts.update', stale),
  ];
  expect(one).toMatchObject({ status: 412 });
  expect(essence(one)).toEqual(essence(other));
});

test('nobody signed in is the same problem through both doors', async () => {
  const [one, other] = [
    await rpc.call(app.visitor(), 'accounts.me'),
    await rest.call(app.visitor(), 'accounts.me'),
  ];
  expect(one).toMatchObject({ status: 401 });
  expect(essence(one)).toEqual(essence(other));
});

test('check 53: a problem names its page, its request and its path, and has no stack', async () => {
  const response = await user.rest('GET', `/posts/${crypto.randomUUID()}?x=1`, undefined, {
    'x-request-id': 'request-0001',
  });
  const problem = (await response.json()) as Problem;
  expect(problem).toEqual({
    type: '/api/docs/errors#not_found',
    title: errorTable.not_found.title,
    status: 404,
    detail: expect.any(String),
    instance: new URL(response.url || problem.instance, 'http://localhost').pathname,
    code: 'not_found',
    requestId: 'request-0001',
  });
  expect(response.headers.get('x-request-id')).toBe('request-0001');
  expect(response.headers.get('cache-control')).toContain('no-store');
});

test('check 53: a bug is a problem with the status of its answer, and shows neither its message nor its stack', async () => {
  const broken = router({
    broken: publicProcedure
      .meta({ rest: 'GET /broken', summary: 'Break' })
      .output(z.string())
      .query((): string => {
        throw new Error('secret detail');
      }),
  });
  await using server = await testApp({ LOG_LEVEL: 'silent' }, undefined, broken);
  const rest = await server.visitor().rest('GET', '/broken');
  const text = await rest.text();
  expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'internal' });
  expect([rest.status, rest.headers.get('content-type')]).toEqual([
    500,
    expect.stringMatching(/problem\+json/),
  ]);
  expect(text).not.toMatch(/secret detail|stack|\.ts:\d/);
  const rpc = await server.visitor().fetch('/rpc/broken');
  const { message, data } = (await rpc.json()).error.json;
  expect(rpc.status).toBe(500);
  expect({ message, data }).toMatchObject({
    data: { httpStatus: 500, problem: { status: 500, code: 'internal' } },
  });
  expect(JSON.stringify([message, data.problem])).not.toMatch(/secret detail|\.ts:\d/);
});

test('check 53: RPC shows a stack in development alone', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  vi.resetModules();
  try {
    const { formatError } = await import('../../server/src/engine/procedure/trpc.ts');
    const bug = new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: new Error('secret detail') });
    const shape = formatError(bug, 'posts.list', undefined);
    expect(shape.data).toMatchObject({ httpStatus: 500, problem: { code: 'internal' } });
    expect(JSON.stringify(shape)).not.toMatch(/secret detail|stack|\.ts:\d/);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('the page of errors explains every code', async () => {
  const page = await app.visitor().fetch('/api/docs/errors');
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(codes.filter((code) => !html.includes(`id="${code}"`))).toEqual([]);
});

test('every failure of an operation is one that its description names', async () => {
  const described = new Map(app.app.operations.map(({ id, errors }) => [id, errors]));
  const attempts = app.app.operations.flatMap(({ id }) =>
    [{}, { id: postId }, { id: 'x', version: 'y' }].map((input) => ({ id, input })),
  );
  for (const { id, input } of attempts) {
    for (const agent of [app.visitor(), user]) {
      const outcome = await rest.call(agent, id, { slug: 'none', id: 'none', ...input });
      if (!outcome.ok) expect(described.get(id)).toContain(outcome.code);
    }
  }
});
