import { describe, expect, it } from 'vitest';
import { callOptions, createClient, isAborted, isTimeout } from '../../client/src/index.ts';

/** A client whose requests are held on their way for as long as they live. */
function held(options: { timeoutMs?: number } = {}) {
  const signals: AbortSignal[] = [];
  const client = createClient({
    url: 'http://localhost/rpc',
    fetch: (_, { signal } = {}) =>
      new Promise((_resolve, reject) => {
        if (!signal) return;
        signals.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    ...options,
  });
  return { client, signals };
}

/** What a call fails with, and the milliseconds until then. */
async function failure(call: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const begun = performance.now();
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, ms: performance.now() - begun };
}

describe('a call that takes longer than it may', () => {
  it('fails after its own time, which is no abort, and ends its request', async () => {
    const { client, signals } = held();
    const { error, ms } = await failure(client.posts.tags.query(undefined, callOptions({ timeoutMs: 100 })));
    expect([isTimeout(error), isAborted(error)]).toEqual([true, false]);
    expect(error).toHaveProperty('message', 'There was no answer within 100 ms');
    expect(ms).toBeGreaterThanOrEqual(95);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('fails after the time that all calls of the client have', async () => {
    const { client } = held({ timeoutMs: 50 });
    expect(isTimeout((await failure(client.posts.tags.query())).error)).toBe(true);
  });

  it('fails by a signal that counts the time', async () => {
    const { client } = held();
    const call = client.posts.tags.query(undefined, { signal: AbortSignal.timeout(50) });
    expect(isTimeout((await failure(call)).error)).toBe(true);
  });

  it('fails while it waits to be sent again', async () => {
    const client = createClient({
      url: 'http://localhost/rpc',
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    const { error, ms } = await failure(
      client.posts.tags.query(undefined, callOptions({ retries: 50, timeoutMs: 300 })),
    );
    expect(isTimeout(error)).toBe(true);
    expect(ms).toBeLessThan(1_500);
  });
});

describe('a call that its caller ends', () => {
  it('fails at once, though others of its batch go on', async () => {
    const { client, signals } = held();
    const leaving = new AbortController();
    const left = failure(client.posts.tags.query(undefined, { signal: leaving.signal }));
    const other = failure(client.posts.list.query({}, callOptions({ timeoutMs: 400 })));
    setTimeout(() => leaving.abort(), 50);
    const { error, ms } = await left;
    expect([isAborted(error), isTimeout(error)]).toEqual([true, false]);
    expect(ms).toBeLessThan(350);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    expect(isTimeout((await other).error)).toBe(true);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('is not sent at all when it was ended before', async () => {
    const { client, signals } = held();
    const { error } = await failure(client.posts.tags.query(undefined, { signal: AbortSignal.abort() }));
    expect(isAborted(error)).toBe(true);
    expect(signals).toEqual([]);
  });
});
