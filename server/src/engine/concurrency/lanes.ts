/** Bounds how much heavy work runs at once, in the order it came, and how much waits. */
import { fail } from '../errors/failure.ts';

/** Runs work in one of a fixed number of lanes; waits while all are taken. */
export type InLane = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * @param count how many pieces of work may run at the same time
 * @param mostWaiting how many may wait; past it the call fails with `unavailable`, so that a flood costs no memory
 */
export function lanes(count: number, mostWaiting = Number.POSITIVE_INFINITY): InLane {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= count) {
      if (waiting.length >= mostWaiting) throw fail('unavailable', { retryAfter: 5 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
