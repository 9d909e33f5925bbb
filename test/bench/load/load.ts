/** `node load.ts`: sends requests for a while, in a process of its own; asked and answered through its IPC channel. */
import { openConnection, type Target } from './connection.ts';

/** What the bench asks for. */
export interface Load extends Target {
  readonly connections: number;
  readonly ms: number;
  /**
   * Whether it looks for answers all the time. Waking a process that sleeps costs the one that wakes it, on a virtual machine
   * more than a whole answer; without this, that would be counted as CPU time of every contender slower than the load.
   */
  readonly isAwake: boolean;
}

/** What came of it. */
export type Outcome =
  | { readonly requests: number; readonly seconds: number; readonly p99Ms: number }
  | { readonly error: string };

async function run({ port, path, connections, ms, isAwake }: Load): Promise<Outcome> {
  const times: number[] = [];
  const start = performance.now();
  const end = start + ms;
  const record = (time: number): boolean => {
    times.push(time);
    return performance.now() < end;
  };
  const one = () =>
    new Promise<void>((resolve, reject) => {
      openConnection(
        { port, path },
        (time) => {
          const goesOn = record(time);
          if (!goesOn) resolve();
          return goesOn;
        },
        reject,
      );
    });
  const stayAwake = () => isAwake && performance.now() < end && setImmediate(stayAwake);
  stayAwake();
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return { requests: times.length, seconds, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}

process.on('disconnect', () => process.exit());
process.on('message', async (load: Load) => {
  const outcome = await run(load).catch((error: Error): Outcome => ({ error: error.message }));
  process.send?.(outcome);
});
// Nothing is asked before somebody listens.
process.send?.({});
