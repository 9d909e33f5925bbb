import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { interruptible } from '../../../server/src/engine/streams/interruptible.ts';

/** A source that can be looked into, and what holds it. */
function watched(items: readonly number[]) {
  const seen = { returned: 0, released: 0 };
  const controller = new AbortController();
  const left = [...items];
  const source: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const value = left.shift();
        return value === undefined ? new Promise<never>(() => {}) : { done: false, value };
      },
      async return() {
        seen.returned += 1;
        return { done: true, value: undefined };
      },
    }),
  };
  const hold = () => ({
    signal: controller.signal,
    release() {
      seen.released += 1;
    },
  });
  return { source, seen, hold, controller, items: interruptible(source, hold) };
}

describe('an interruptible iteration', () => {
  it('passes items on, and releases its hold when the source ends', async () => {
    let released = 0;
    async function* three() {
      yield* [1, 2, 3];
    }
    const signal = new AbortController().signal;
    const release = () => {
      released += 1;
    };
    expect(await Array.fromAsync(interruptible(three(), () => ({ signal, release })))).toEqual([1, 2, 3]);
    expect(released).toBe(1);
  });

  it('ends at once although its source waits for ever', async () => {
    const { items, controller, seen } = watched([1]);
    expect(await items.next()).toEqual({ done: false, value: 1 });
    const waiting = items.next();
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(items.next()).rejects.toThrow('enough');
    expect(seen).toEqual({ returned: 1, released: 1 });
  });

  it('a consumer that leaves ends it, also while it waits', async () => {
    const { items, seen } = watched([]);
    const waiting = items.next();
    await items.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(seen).toEqual({ returned: 1, released: 1 });
  });

  it('an interruption that nobody waits for is no unhandled rejection', async () => {
    const { items, controller } = watched([]);
    void items.next();
    controller.abort();
    await sleep(5);
    await expect(items.next()).rejects.toThrow('aborted');
  });

  it('releases what is held already also where no item is ever asked for', async () => {
    const { source, seen, hold, controller } = watched([1]);
    await interruptible(source, hold()).return?.();
    expect(seen).toEqual({ returned: 1, released: 1 });
    interruptible(source, hold());
    controller.abort(new Error('enough'));
    expect(seen).toEqual({ returned: 2, released: 2 });
    const late = interruptible(source, hold());
    expect(seen).toEqual({ returned: 3, released: 3 });
    await expect(late.next()).rejects.toThrow('enough');
  });

  it('takes its hold with the first item only', async () => {
    let begun = 0;
    const signal = new AbortController().signal;
    const items = interruptible(watched([1]).items, () => {
      begun += 1;
      return { signal, release: () => {} };
    });
    expect(begun).toBe(0);
    await items.next();
    expect(begun).toBe(1);
  });
});
