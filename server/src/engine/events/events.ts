/** Follows what happens, in this process and in every other on the same database: each event once, in one order. */
import type { BaseLogger } from 'pino';
import type { Sql } from 'postgres';
import { formatPosition, type Position, parsePosition } from './position.ts';
import { channel } from './publish.ts';
import { currentTransactions, type Event, keptHours } from './read-events.ts';
import { createTopic, type Topic } from './topic.ts';

/** How to follow a topic. */
export interface FollowOptions {
  /** The position of the event after which to go on; what happens from now on where absent. */
  readonly after?: string | undefined;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
}

/** What follows. */
export interface Following {
  /**
   * Present when it does not go on after an event: nothing was given, or what happened since then is not known any more.
   * Whatever is read from now on holds at least what happened before this position.
   */
  readonly start?: string;
  /** Every event after it, until the signal aborts. Slow readers hold nothing in memory. */
  readonly events: AsyncIterable<Event>;
}

/** What happens. */
export interface Events {
  /** @throws a failure of the field `lastEventId` when `after` is not a position of ours */
  follow(topic: string, options?: FollowOptions): Promise<Following>;
  close(): Promise<void>;
}

export interface EventsOptions {
  readonly sql: Sql;
  readonly log: Pick<BaseLogger, 'warn'>;
}

/** Milliseconds after which everybody looks even if nobody is told: notifications may not pass a pooling proxy. */
const lookAnyway = 30_000;

/** Older positions are refused: an hour short of what is kept, since a transaction may be that long. */
const resumableMs = (keptHours - 1) * 60 * 60 * 1000;

/** Listens from the first topic on, on one connection of its own. */
export function createEvents({ sql, log }: EventsOptions): Events {
  const topics = new Map<string, { readonly topic: Topic; followers: number }>();
  const wakeAll = () => {
    for (const { topic } of topics.values()) topic.wake();
  };
  let listening: ReturnType<Sql['listen']> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const listen = () => {
    // Also called when a lost connection is there again: what was missed is in the table.
    listening ??= sql.listen(channel, (name) => topics.get(name)?.topic.wake(), wakeAll);
    listening.catch((error: unknown) => log.warn({ err: error }, 'nobody tells this process of events'));
    timer ??= setInterval(wakeAll, lookAnyway).unref();
  };
  const enter = (name: string): Topic => {
    listen();
    const entry = topics.get(name) ?? { topic: createTopic(sql, name), followers: 0 };
    entry.followers += 1;
    topics.set(name, entry);
    return entry.topic;
  };
  const leave = (name: string) => {
    const entry = topics.get(name);
    if (!entry) return;
    entry.followers -= 1;
    if (entry.followers > 0) return;
    entry.topic.close();
    topics.delete(name);
  };

  async function* read(name: string, from: Position, signal: AbortSignal | undefined) {
    const topic = enter(name);
    try {
      for (let position = from; !signal?.aborted; ) {
        const version = topic.version();
        const batch = await topic.read(position);
        yield* batch.events;
        position = batch.position;
        if (batch.events.length === 0) await topic.changed(version, signal);
      }
    } finally {
      leave(name);
    }
  }

  return {
    async follow(topic, { after, signal } = {}) {
      const last = after === undefined ? undefined : parsePosition(after);
      const { oldest, next } = await currentTransactions(sql);
      const isKnown = last && last.xid <= next && last.at > Date.now() - resumableMs;
      if (isKnown) return { events: read(topic, last, signal) };
      // Below the oldest open transaction everything has ended; an event of that one itself comes after.
      const start = { xid: oldest, id: 0n, at: Date.now() };
      return { start: formatPosition(start), events: read(topic, start, signal) };
    },
    async close() {
      clearInterval(timer);
      for (const { topic } of topics.values()) topic.close();
      // Nobody waits for it: a database that is silent would hold up the end, and the connection ends with the pool.
      listening?.then((meta) => meta.unlisten()).catch(() => undefined);
    },
  };
}
