/** Bounds how much heavy work runs at once, in the order it came. */

/** Runs work in one of a fixed number of lanes; waits while all are taken. */
export type InLane = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** @param count how many pieces of work may run at the same time */
export function lanes(count: number): InLane {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
