/** Puts signs of life between the items of a stream that is silent. */

/** Stands for a sign of life. */
export const heartbeat = Symbol('heartbeat');

/** @param intervalMs silence after which a sign of life comes, in milliseconds */
export async function* withHeartbeats<Item>(
  source: AsyncIterable<Item>,
  intervalMs: number,
): AsyncGenerator<Item | typeof heartbeat, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = pending(iterator.next());
      while (!(await next.within(intervalMs))) yield heartbeat;
      const result = await next.promise;
      if (result.done) return;
      yield result.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** A promise that may be waited for again and again without leaving anything behind, which a race would. */
function pending<Value>(promise: Promise<Value>) {
  let isSettled = false;
  let wake = () => {};
  const settle = () => {
    isSettled = true;
    wake();
  };
  promise.then(settle, settle);
  return {
    promise,
    /** @returns whether it is settled */
    async within(ms: number): Promise<boolean> {
      if (isSettled) return true;
      const { promise: woken, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      const timer = setTimeout(resolve, ms);
      await woken;
      clearTimeout(timer);
      return isSettled;
    },
  };
}
