import { getEventListeners } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { createClient } from '../../client/src/index.ts';

const postId = '00000000-0000-4000-8000-000000000000';

/** A client of a server that answers every stream with these events, and holds the line. */
function following(events: string, url = 'http://localhost/rpc') {
  const addresses: string[] = [];
  const client = createClient({
    url,
    fetch: async (address, init) => {
      addresses.push(address);
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(events));
          init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    },
  });
  return { live: client.comments.live, addresses };
}

const connected = 'event: connected\ndata: {"json":{}}\n\n';
const reset = 'id: 1\ndata: {"json":{"type":"reset"}}\n\n';

afterEach(() => {
  vi.useRealTimers();
});

it('a platform whose answers cannot be read as they come says so, once', async () => {
  let asked = 0;
  const client = createClient({
    url: 'http://localhost/rpc',
    fetch: async () => {
      asked += 1;
      return new Response(null, { headers: { 'content-type': 'text/event-stream' } });
    },
  });
  const live = client.comments.live.subscribe({ postId });
  await expect(live.next()).rejects.toThrow('The fetch of this platform reads no streams');
  expect(asked).toBe(1);
});

it('what is left keeps no program running, and nothing of it stays with its signal', async () => {
  const { live } = following(connected);
  const { signal } = new AbortController();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (let round = 0; round < 3; round += 1) {
    const started = Promise.withResolvers<void>();
    const stream = live.subscribe({ postId }, { signal, onStarted: () => started.resolve() });
    await started.promise;
    stream.unsubscribe();
  }
  await new Promise((resolve) => setImmediate(resolve));
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

it('what a follower throws ends the stream, and is told', async () => {
  const { live, addresses } = following(connected + reset + reset);
  const told: unknown[] = [];
  const failed = Promise.withResolvers<Error>();
  live.subscribe(
    { postId },
    {
      onData(item) {
        told.push(item);
        throw new RangeError('It does not fit');
      },
      onError: failed.resolve,
    },
  );
  expect(await failed.promise).toMatchObject({ cause: { name: 'RangeError', message: 'It does not fit' } });
  expect(told).toHaveLength(1);
  expect(addresses).toHaveLength(1);
});

it('an address may end in a slash', async () => {
  const { live, addresses } = following(connected, 'http://localhost/rpc/');
  const started = Promise.withResolvers<void>();
  const stream = live.subscribe({ postId }, { onStarted: () => started.resolve() });
  await started.promise;
  stream.unsubscribe();
  expect(addresses[0]).toMatch(/^http:\/\/localhost\/rpc\/comments\.live\?/);
});
