import { setTimeout as sleep } from 'node:timers/promises';
import { transformer } from '@portico/shared/transformer';
import { createTRPCClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';
import { eventSourceClass } from '../../support/event-source.ts';
import type { UserAgent } from '../../support/user-agent.ts';
import { madeInAll, seen, streamRouter } from './router.ts';

let server: TestApp;

beforeAll(async () => {
  server = await testApp({}, undefined, streamRouter, { heartbeatMs: 100, perCaller: 5 });
});
afterAll(() => server[Symbol.asyncDispose]());

/** The official client with its streaming links. */
function connect(agent: UserAgent) {
  const url = `${server.config.publicOrigin}/rpc`;
  const fetch = (address: string | URL | Request, init?: object) => agent.fetch(address, init);
  const EventSource = eventSourceClass({ fetch, headers: () => ({}) });
  return createTRPCClient<typeof streamRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url, transformer, EventSource }),
        false: httpBatchStreamLink({ url, transformer, fetch }),
      }),
    ],
  });
}

/** What a subscription told until so many items had come, or it ended. */
async function collect<Item>(
  subscribe: (told: { onData(item: Item): void; onError(error: unknown): void; onComplete(): void }) => {
    unsubscribe(): void;
  },
  count = Number.POSITIVE_INFINITY,
) {
  const items: Item[] = [];
  const ended = Promise.withResolvers<unknown>();
  const subscription = subscribe({
    onData(item) {
      items.push(item);
      if (items.length === count) ended.resolve('enough');
    },
    onError: ended.resolve,
    onComplete: () => ended.resolve('complete'),
  });
  const end = await ended.promise;
  subscription.unsubscribe();
  return { items, end };
}

describe('a stream through RPC', () => {
  it('a query is iterated in a streamed batch', async () => {
    const items = await Array.fromAsync(await connect(server.visitor()).count.query({ to: 2 }));
    expect(items).toEqual([
      { number: 1, at: new Date(1) },
      { number: 2, at: new Date(2) },
    ]);
  });

  it('a query that streams is refused by a link that cannot', async () => {
    const response = await server.visitor().fetch('/rpc/count?input={"json":{"to":2}}');
    expect(response.status).toBe(415);
  });

  it('a subscription tells each item with its id, and goes on after one', async () => {
    const client = connect(server.visitor());
    const { items } = await collect((told) => client.ticks.subscribe({ lastEventId: '41' }, told), 2);
    expect(items).toEqual([
      { id: '42', data: { number: 42, at: new Date(42) } },
      { id: '43', data: { number: 43, at: new Date(43) } },
    ]);
  });

  it('a subscription that has an end completes', async () => {
    const client = connect(server.visitor());
    const { items, end } = await collect((told) => client.three.subscribe(undefined, told));
    expect(items).toHaveLength(3);
    expect(end).toBe('complete');
  });

  it('a refusal and a failure on the way carry their problem', async () => {
    const client = connect(server.visitor());
    const refused = await collect((told) => client.mine.subscribe(undefined, told));
    expect(refused.end).toMatchObject({
      data: { problem: { code: 'unauthenticated', instance: '/rpc/mine' } },
    });
    const failed = await collect((told) => client.failing.subscribe({ how: 'expected' }, told));
    expect(failed.items).toHaveLength(1);
    expect(failed.end).toMatchObject({
      data: { problem: { code: 'not_found', detail: 'It went away', instance: '/rpc/failing' } },
    });
    const { requestId } = (failed.end as { data: { problem: { requestId: string } } }).data.problem;
    expect(requestId).not.toBe('');
  });

  it('a client that leaves ends it at once', async () => {
    const subscription = connect(server.visitor()).silent.subscribe({ name: 'rpc' }, { onData() {} });
    await vi.waitFor(() => expect(seen.get('rpc')).toEqual(['started']));
    subscription.unsubscribe();
    await vi.waitFor(() => expect(seen.get('rpc')).toEqual(['started', 'ended']), { timeout: 5_000 });
  });

  it('makes only as much as the client takes', async () => {
    const gone = new AbortController();
    const response = await server
      .visitor()
      .fetch('/rpc/eager?batch=1&input={"0":{"json":{"name":"jsonl"}}}', {
        headers: { 'trpc-accept': 'application/jsonl' },
        signal: gone.signal,
      });
    await response.body?.getReader().read();
    expect(await madeInAll('jsonl')).toBeLessThan(5_000);
    gone.abort();
  });
});

describe('what holds for every stream', () => {
  it.each(['rpc', 'rest'])('a caller may have so many open at once: %s', async (door) => {
    const agent = await server.user();
    const gone = new AbortController();
    const open = () =>
      agent.fetch(door === 'rest' ? '/api/mine' : '/rpc/mine', {
        headers: { accept: 'text/event-stream' },
        signal: gone.signal,
      });
    const opened = await Promise.all(Array.from({ length: 5 }, open));
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const refused = await open();
    if (door === 'rest') expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('rate_limited');
    gone.abort();
    await vi.waitFor(async () => {
      const again = new AbortController();
      const response = await agent.fetch('/api/mine', { signal: again.signal });
      again.abort();
      expect(response.status).toBe(200);
    });
  });

  it('an ended session ends its streams within a heartbeat', async () => {
    const agent = await server.user();
    const client = connect(agent);
    const rpc = collect((told) => client.mine.subscribe(undefined, told));
    const rest = (await agent.fetch('/api/mine')).text();
    const silent = (await agent.fetch('/api/silent?name=revoked')).text();
    await sleep(50);
    await server.db.execute(sql`delete from sessions`);
    const begin = performance.now();
    expect((await rpc).end).toMatchObject({ data: { problem: { code: 'unauthenticated' } } });
    expect(await rest).toContain('event: error\ndata: {"type":"/api/docs/errors#unauthenticated"');
    // What anyone may see ends without a word: the client connects again as a visitor.
    expect(await silent).not.toContain('event:');
    expect(performance.now() - begin).toBeLessThan(1_000);
    expect(seen.get('revoked')).toEqual(['started', 'ended']);
  });

  it('the end of the process ends subscriptions so that clients connect again, and lets queries finish', async () => {
    await using other = await testApp({}, undefined, streamRouter);
    const rest = (await other.visitor().fetch('/api/silent?name=drained')).text();
    const rpc = await other
      .visitor()
      .fetch('/rpc/ticks?input={"json":{}}', { headers: { accept: 'text/event-stream' } });
    await vi.waitFor(() => expect(seen.get('drained')).toEqual(['started']));
    await other.app.drain.end(5);
    expect(await rest).toBe('retry: 2000\n\n');
    const text = await rpc.text();
    expect(text).toContain('event: connected');
    expect(text).not.toContain('event: return');
    expect(text).not.toContain('error');
    expect(seen.get('drained')).toEqual(['started', 'ended']);
  });
});
