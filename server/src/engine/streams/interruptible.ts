/** Iterates a source so that the wait for its next item can be ended from outside, whatever the source waits for. */

const over = { done: true, value: undefined } as const;

/** What may end an iteration, for as long as it lasts. */
export interface Hold {
  /** Ends the iteration: whoever waits for an item is thrown the signal's reason. */
  readonly signal: AbortSignal;
  /** Called once, when the iteration is over. */
  release(): void;
}

/**
 * Passes a source's items on. However the iteration ends, the source is told to return; one that waits for something
 * does so when that comes, so it should heed the call's signal, too.
 * @param held what is held already, and released also where no item is ever asked for; or what begins to hold before the first is
 */
export function interruptible<Item>(
  source: AsyncIterable<Item>,
  held: Hold | (() => Hold),
): AsyncIterableIterator<Item, undefined, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let hold = typeof held === 'function' ? undefined : held;
  let waiting: PromiseWithResolvers<IteratorResult<Item, undefined>> | undefined;
  let isOver = false;

  const interrupt = () => {
    waiting?.reject(hold?.signal.reason);
    end();
  };
  const end = () => {
    if (isOver) return;
    isOver = true;
    hold?.signal.removeEventListener('abort', interrupt);
    hold?.release();
    iterator.return?.().catch(() => {});
  };
  const watch = (begun: Hold): Hold => {
    begun.signal.addEventListener('abort', interrupt, { once: true });
    return begun;
  };
  if (hold) watch(hold);
  if (hold?.signal.aborted) end();

  const pull = async (): Promise<IteratorResult<Item, undefined>> => {
    if (!isOver && typeof held === 'function') hold ??= watch(held());
    if (hold?.signal.aborted) {
      end();
      throw hold.signal.reason;
    }
    if (isOver) return over;
    const current = Promise.withResolvers<IteratorResult<Item, undefined>>();
    waiting = current;
    iterator.next().then(
      (result) => {
        if (result.done) end();
        current.resolve(result.done ? over : result);
      },
      (error: unknown) => {
        end();
        current.reject(error);
      },
    );
    return current.promise;
  };

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      const pulled = pull();
      // Whoever asks ahead may leave without having looked.
      pulled.catch(() => {});
      return pulled;
    },
    async return() {
      waiting?.resolve(over);
      end();
      return over;
    },
  };
}
