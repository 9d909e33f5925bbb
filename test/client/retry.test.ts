import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOptions, createClient, isProblem } from '../../client/src/index.ts';
import { type TestApp, testApp } from '../support/app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await testApp();
});
afterAll(() => server[Symbol.asyncDispose]());

/** What happens to a request on its way. */
type Fault = (send: () => Promise<Response>) => Promise<Response>;

const answers =
  (status: number, headers: Record<string, string> = {}, body = '<h1>Bad gateway</h1>'): Fault =>
  async () =>
    new Response(body, { status, headers: { 'content-type': 'text/html', ...headers } });
const breaks: Fault = async () => {
  throw new TypeError('fetch failed');
};
const losesTheAnswer: Fault = async (send) => {
  await send();
  return breaks(send);
};

/** A signed-in client whose first requests meet these faults. */
async function meeting(faults: Fault[], options: { retries?: number } = {}) {
  const agent = await server.user();
  const sent: { readonly request: Request; readonly at: number }[] = [];
  const client = createClient({
    url: `${server.config.publicOrigin}/rpc`,
    fetch: (url, init) => {
      const request = new Request(url, init);
      sent.push({ request: request.clone(), at: performance.now() });
      const send = () => agent.fetch(request);
      return faults.shift()?.(send) ?? send();
    },
    ...options,
  });
  return { client, sent };
}

const post = { title: 'Repeated', body: '' };

describe('a query', () => {
  it.each([
    ['a connection that breaks', breaks],
    ['a gateway that does not reach the server', answers(502)],
    ['a server that has too much to do', answers(503, { 'retry-after': '0' })],
  ])('is sent again after %s', async (_name, fault) => {
    const { client, sent } = await meeting([fault, fault]);
    expect(await client.posts.tags.query()).toHaveProperty('items');
    expect(sent).toHaveLength(3);
  });

  it('waits as long as the answer asks for', async () => {
    const { client, sent } = await meeting([answers(429, { 'retry-after': '1' })]);
    await client.posts.tags.query();
    const [first, second] = sent;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('is not sent again when the answer asks for longer than anyone waits', async () => {
    const { client, sent } = await meeting([answers(503, { 'retry-after': '3600' })]);
    await expect(client.posts.tags.query()).rejects.toThrow('503');
    expect(sent).toHaveLength(1);
  });

  it('is sent four times at most, and fails in a sentence', async () => {
    const { client, sent } = await meeting(Array.from({ length: 9 }, () => answers(502)));
    await expect(client.posts.tags.query()).rejects.toThrow(
      'The answer is not the server’s: 502, and no JSON',
    );
    expect(sent).toHaveLength(4);
  });

  it('is sent as often as the client or the call says', async () => {
    const { client, sent } = await meeting([breaks, breaks, breaks], { retries: 0 });
    await expect(client.posts.tags.query()).rejects.toThrow('fetch failed');
    expect(sent).toHaveLength(1);
    await client.posts.tags.query(undefined, callOptions({ retries: 2 }));
    expect(sent).toHaveLength(4);
  });

  it('is not sent again when the server says no', async () => {
    const { client, sent } = await meeting([]);
    await expect(client.posts.bySlug.query({ slug: 'no-such-post' })).rejects.toMatchObject({
      data: { httpStatus: 404 },
    });
    expect(sent).toHaveLength(1);
  });
});

describe('a mutation that takes a key', () => {
  it('is sent again under one key, and has one effect', async () => {
    const { client, sent } = await meeting([losesTheAnswer, answers(503)]);
    const made = await client.posts.create.mutate(post);
    const keys = sent.map(({ request }) => request.headers.get('idempotency-key'));
    expect(keys).toEqual([expect.stringMatching(/^\S{16,}$/), keys[0], keys[0]]);
    expect((await client.posts.mine.query({})).items.map(({ id }) => id)).toEqual([made.id]);
  });

  it('travels alone, each under a key of its own', async () => {
    const { client, sent } = await meeting([]);
    await Promise.all([client.posts.create.mutate(post), client.posts.create.mutate(post)]);
    expect(sent.map(({ request }) => new URL(request.url).pathname)).toEqual([
      '/rpc/posts.create',
      '/rpc/posts.create',
    ]);
    const keys = sent.map(({ request }) => request.headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('takes the key of its caller, who repeats a call of an earlier run', async () => {
    const { client } = await meeting([]);
    const options = callOptions({ idempotencyKey: 'of-yesterday' });
    const first = await client.posts.create.mutate(post, options);
    expect(await client.posts.create.mutate(post, options)).toEqual(first);
    const other = client.posts.create.mutate({ ...post, title: 'Other' }, options);
    await expect(other).rejects.toSatisfy((error) => isProblem(error, 'idempotency_key_reused'));
  });
});

describe('a mutation that takes none', () => {
  it('is never sent again', async () => {
    const { client, sent } = await meeting([]);
    const { id, version } = await client.posts.create.mutate(post);
    const broken = await meeting([breaks]);
    await expect(broken.client.posts.update.mutate({ id, version, title: 'New' })).rejects.toThrow(
      'fetch failed',
    );
    expect([sent.length, broken.sent.length]).toEqual([1, 1]);
    expect(broken.sent[0]?.request.headers.has('idempotency-key')).toBe(false);
  });
});
