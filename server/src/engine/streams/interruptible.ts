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
 * @param begin called before the first item is asked for
 */
export function interruptible<Item>(
  source: AsyncIterable<Item>,
  begin: () => Hold,
): AsyncIterableIterator<Item, undefined, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let hold: Hold | undefined;
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
  const start = (): Hold => {
    const begun = begin();
    begun.signal.addEventListener('abort', interrupt, { once: true });
    return begun;
  };

  const pull = async (): Promise<IteratorResult<Item, undefined>> => {
    if (!isOver) hold ??= start();
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
