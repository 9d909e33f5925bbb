import {
  createTRPCClient,
  httpBatchLink,
  httpBatchStreamLink,
  httpLink,
  type TRPCClient,
  TRPCClientError,
} from '@trpc/client';
import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import type { LinkFetch } from '../../../client/src/link-fetch.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import type { UserAgent } from '../../support/user-agent.ts';
import { routed, type Vanilla, vanilla } from './router.ts';

suite('a router written as tRPC’s documentation does, mounted as it is', () => {
  let app: TestApp;
  let visitor: UserAgent;
  beforeAll(async () => {
    app = await testApp({}, undefined, vanilla);
    visitor = app.visitor();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const links = { httpLink, httpBatchLink, httpBatchStreamLink };
  function connect(name: keyof typeof links): TRPCClient<Vanilla> {
    const send: LinkFetch = (address, init) => visitor.fetch(address, init as RequestInit);
    const url = `${app.config.publicOrigin}/rpc`;
    return createTRPCClient<Vanilla>({ links: [links[name]({ url, fetch: send })] });
  }

  test.each(['httpLink', 'httpBatchLink', 'httpBatchStreamLink'] as const)(
    'answers through %s',
    async (link) => {
      const client = connect(link);
      const [greeting, list, found, dated] = await Promise.all([
        client.greeting.query(),
        client.userList.query(),
        client.userById.query('1'),
        client.posts.list.query(),
      ]);
      expect(greeting).toBe('hello tRPC');
      expect(list[0]).toEqual({ id: '1', name: 'Katt' });
      expect(found).toEqual({ id: '1', name: 'Katt' });
      expect(dated).toEqual([{ title: 'Hello', createdAt: '1970-01-01T00:00:00.000Z' }]);
      expect((await client.userCreate.mutate({ name: link })).name).toBe(link);
    },
  );

  test.each(['httpLink', 'httpBatchLink', 'httpBatchStreamLink'] as const)(
    'fails in its own shape through %s',
    async (link) => {
      const client = connect(link);
      const missing = await client.userById.query('99').catch((error: unknown) => error);
      const invalid = await client.userCreate.mutate({ name: '' }).catch((error: unknown) => error);
      const unknown = await client.admin.secret.query().catch((error: unknown) => error);
      expect(missing).toBeInstanceOf(TRPCClientError);
      expect(missing).toMatchObject({
        message: "No user with id '99'",
        data: { code: 'NOT_FOUND', httpStatus: 404 },
      });
      expect(invalid).toMatchObject({ data: { code: 'BAD_REQUEST', path: 'userCreate' } });
      expect(unknown).toMatchObject({ data: { code: 'UNAUTHORIZED' } });
    },
  );

  test('knows the context of this server', async () => {
    const registered = await app.app.fetch('http://localhost:3000/rpc/greeting');
    expect(await registered.json()).toEqual({ result: { data: 'hello tRPC' } });
  });

  test('takes a form', async () => {
    const form = new FormData();
    form.append('name', 'Katt');
    expect(await connect('httpLink').upload.mutate(form)).toBe('Katt');
  });

  test('streams a generator and a subscription', async () => {
    const numbers: number[] = [];
    for await (const number of await connect('httpBatchStreamLink').numbers.query()) numbers.push(number);
    expect(numbers).toEqual([1, 2]);
    const events = await visitor.fetch('/rpc/countdown?input=2', {
      headers: { accept: 'text/event-stream' },
    });
    expect(await events.text()).toMatch(/data: 2\s+data: 1\s/);
  });

  test('is described, and has no route', async () => {
    expect(app.app.operations.filter(({ rest }) => rest)).toEqual([]);
    expect(app.app.operations.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['admin.secret', 'userById']),
    );
    expect((await visitor.rest('GET', '/users')).status).toBe(404);
    const document = await (await visitor.fetch('/api/openapi.json')).json();
    expect(document.paths).toEqual({});
    expect(document['x-rpc'].procedures.userById).toMatchObject({ input: { type: 'string' } });
  });
});

suite('the same style with a route in its meta', () => {
  let app: TestApp;
  let visitor: UserAgent;
  beforeAll(async () => {
    app = await testApp({}, undefined, routed);
    visitor = app.visitor();
  });
  afterAll(() => app[Symbol.asyncDispose]());

  test('answers through REST too', async () => {
    expect(await (await visitor.rest('GET', '/users/1')).json()).toEqual({ id: '1', name: 'Katt' });
    expect(await (await visitor.rest('POST', '/users', { name: 'Ada' })).json()).toEqual({
      id: '2',
      name: 'Ada',
    });
    const document = await (await visitor.fetch('/api/openapi.json')).json();
    expect(Object.keys(document.paths)).toEqual(['/users', '/users/{id}']);
  });

  test('its failures are problems there', async () => {
    const missing = await visitor.rest('GET', '/users/2');
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ code: 'not_found', detail: 'No such user' });
    const invalid = await visitor.rest('POST', '/users', {});
    expect(invalid.status).toBe(422);
    expect(await invalid.json()).toMatchObject({ errors: [{ pointer: '/name' }] });
  });
});

test('a bug in it is told to the log alone', async () => {
  await using app = await testApp({}, undefined, vanilla);
  const response = await app.visitor().fetch('/rpc/admin.broken');
  expect(response.status).toBe(500);
  const { error } = await response.json();
  expect(error).toMatchObject({
    message: 'Something broke on our side',
    data: { problem: { code: 'internal' } },
  });
  expect(app.logged.join()).toContain('hunter2');
});
