/** Follows an operation that answers item by item, and outlives servers that restart. */
import { unreadable } from '../streaming.ts';
import type { Fields } from './address.ts';
import { type Connection, call } from './call.ts';
import type { CallOptions } from './call-options.ts';
import { type CodecTable, decode } from './codec.ts';
import { sleep, startDeadline } from './deadline.ts';
import { ApiError, ClientError, parseProblem } from './failure.ts';
import type { OperationRow } from './operation-table.ts';
import { readEvents } from './read-events.ts';
import { isBroken, isPassing } from './retry.ts';

/** Items as they come; leaving the loop ends the stream. */
export interface EventStream<Item> extends AsyncIterable<Item> {
  /** The id after which to go on, also in a later run: `lastEventId` of the input takes it. Empty before the first. */
  readonly lastEventId: string;
}

/** Milliseconds before the first attempt to connect again, and the longest between two. */
const shortest = 1_000;
const longest = 30_000;

/** @param types codecs of the named types */
export function eventStream(
  connection: Connection,
  row: OperationRow,
  input: Fields,
  options: CallOptions,
  types: CodecTable,
): EventStream<unknown> {
  let lastEventId = '';
  let pauseMs = shortest;
  let isConnected = false;

  /** Items until the connection ends. @returns true when the server said that nothing more comes */
  async function* connect(): AsyncGenerator<unknown, boolean, undefined> {
    if (!connection.streams) throw new ClientError('unexpected_answer', unreadable);
    const headers = { ...options.headers, ...(lastEventId !== '' && { 'last-event-id': lastEventId }) };
    const answered = await call(connection, row, input, {
      ...options,
      headers,
      // The first connection is tried as any call is; one that was there once comes back.
      ...(isConnected && { retries: 0 }),
    });
    isConnected = true;
    for await (const event of readEvents(answered, lastEventId)) {
      if (event.type === 'end') return true;
      if (event.type === 'error') throw refusal(event.data);
      if (event.type !== 'message') continue;
      lastEventId = event.lastEventId;
      pauseMs = shortest;
      yield decode(parseItem(event.data), row.output, types);
    }
    throw new ClientError('no_connection', 'The stream broke off');
  }

  async function* follow(): AsyncGenerator<unknown, void, undefined> {
    for (;;) {
      try {
        if (yield* connect()) return;
      } catch (error) {
        if (!row.resumable || !isConnected || !mayResume(error)) throw error;
      }
      await rest(pauseMs * (0.5 + Math.random()), options.signal);
      pauseMs = Math.min(2 * pauseMs, longest);
    }
  }
  const items = follow();
  return {
    [Symbol.asyncIterator]: () => items,
    get lastEventId() {
      return lastEventId;
    },
  };
}

function mayResume(error: unknown): boolean {
  if (error instanceof ApiError) return error.status >= 500 || isPassing(error.status);
  if (!(error instanceof ClientError)) return false;
  // A server that takes connections and says nothing comes back as one that takes none.
  return isBroken(error) || error.code === 'timed_out' || (error.status ?? 0) >= 500;
}

function parseItem(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch (error) {
    throw new ClientError('unexpected_answer', 'An item of the stream is no JSON', { cause: error });
  }
}

function refusal(data: string): Error {
  const problem = parseProblem(data);
  return problem
    ? new ApiError(problem)
    : new ClientError('unexpected_answer', 'The stream ended with no problem');
}

async function rest(ms: number, caller: AbortSignal | undefined): Promise<void> {
  const deadline = startDeadline(0, caller);
  await sleep(ms, deadline.signal).finally(deadline.dispose);
}
