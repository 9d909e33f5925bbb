/** Answers a stream as server-sent events. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
import type { Problem } from '@portico/shared/errors';
import { isAsyncIterable, isTrackedItem } from '@portico/shared/stream';
import { encoderOf } from '../encoding/encoder.ts';
import type { Visit } from '../http/door.ts';
import type { Incoming, Outgoing } from '../http/exchange.ts';
import { failed } from '../operations/execute.ts';
import type { Output } from '../operations/operation.ts';
import { heartbeat, withHeartbeats } from '../streams/heartbeats.ts';

/** Media type of a stream. */
export const eventStreamType = 'text/event-stream';

/** Milliseconds after which a client whose stream broke connects again. */
const retryMs = 2_000;

/** A stream's description, and the operation that it comes from. */
type StreamOutput = Extract<Output, { as: 'stream' }> & { readonly id: string };

/**
 * Sends each item as an event: `data` is its JSON, `id` what a resumable stream goes on after. The event `error` carries
 * a problem, `end` says that nothing more comes; a stream that ends without either is to be connected again.
 */
export async function encodeStream(
  { item, id }: StreamOutput,
  items: unknown,
  { method }: Incoming,
  visit: Visit,
): Promise<Outgoing> {
  if (!isAsyncIterable(items)) throw new TypeError('The operation declares a stream but answers none');
  const headers = [
    ['content-type', eventStreamType],
    ['cache-control', 'no-store'],
    // Proxies that collect an answer before they pass it on would hold events back.
    ['x-accel-buffering', 'no'],
  ] as const;
  if (method === 'HEAD') {
    await items[Symbol.asyncIterator]().return?.();
    return { status: 200, headers };
  }
  const { streams } = await visit.context();
  const onFailure = (error: unknown) => failed(error, visit, id).problem;
  const beating = withHeartbeats(items, streams.heartbeatMs);
  return { status: 200, headers, body: toBytes(write(beating, encoderOf(item).plain, onFailure)) };
}

async function* write(
  items: AsyncIterable<unknown>,
  toJson: (item: unknown) => string,
  onFailure: (error: unknown) => Problem,
): AsyncGenerator<string, void, undefined> {
  yield `retry: ${retryMs}\n\n`;
  try {
    for await (const item of items) {
      if (item === heartbeat) yield ': still here\n\n';
      else if (isTrackedItem(item)) yield `id: ${item[0]}\ndata: ${toJson(item[1])}\n\n`;
      else yield `data: ${toJson(item)}\n\n`;
    }
    yield 'event: end\ndata:\n\n';
  } catch (error) {
    if (isAbort(error)) return;
    yield `event: error\ndata: ${JSON.stringify(onFailure(error))}\n\n`;
  }
}

/** The stream was let go of: by a client that left, or by a process that ends. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

async function* toBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const text of texts) yield Buffer.from(text);
}
