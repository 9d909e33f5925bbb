/** What a process knows of one topic that somebody follows: when to read again, and what was just read. */
import type { Sql } from 'postgres';
import { isUnavailable } from '../errors/unavailable.ts';
import { formatPosition, type Position } from './position.ts';
import { type Batch, readEvents } from './read-events.ts';

/** Milliseconds after which events are asked for again that an open transaction holds back or a database that is away, and the most there are. */
const retry = { first: 20, longest: 1_000 };

/** One topic. */
export interface Topic {
  /** Counts the reasons to read again. */
  readonly version: () => number;
  /** Says that there may be something new. */
  wake(): void;
  /** What happened after a position; those who ask for the same share one read. */
  read(after: Position): Promise<Batch>;
  /** Resolves when there may be more than at that version, or when the signal aborts. */
  changed(since: number, signal: AbortSignal | undefined): Promise<void>;
  /** Stops what waits by itself. */
  close(): void;
}

export function createTopic(sql: Sql, name: string): Topic {
  const reads = new Map<string, Promise<Batch>>();
  const waiting = new Set<() => void>();
  let version = 0;
  let pause = retry.first;
  let timer: NodeJS.Timeout | undefined;

  const wake = () => {
    version += 1;
    reads.clear();
    for (const go of waiting) go();
  };
  const wakeLater = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      wake();
    }, pause);
    pause = Math.min(2 * pause, retry.longest);
  };
  const read = async (after: Position): Promise<Batch> => {
    const batch = await readEvents(sql, name, after).catch((error: unknown): Batch => {
      // A database that is away comes back, and what happens meanwhile is told then.
      if (isUnavailable(error)) return { events: [], position: after, isHeld: true };
      throw error;
    });
    if (batch.events.length > 0) pause = retry.first;
    else if (batch.isHeld) wakeLater();
    return batch;
  };

  return {
    version: () => version,
    wake,
    read(after) {
      const key = formatPosition(after);
      const shared = reads.get(key) ?? read(after);
      reads.set(key, shared);
      shared.catch(() => reads.delete(key));
      return shared;
    },
    async changed(since, signal) {
      if (version !== since || signal?.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const go = () => resolve();
      waiting.add(go);
      signal?.addEventListener('abort', go, { once: true });
      await promise;
      waiting.delete(go);
      signal?.removeEventListener('abort', go);
    },
    close: () => clearTimeout(timer),
  };
}
