/** Outputs that come piece by piece: async generators of queries and subscriptions. */
import { z } from 'zod';
import { type $ZodType, parseAsync } from 'zod/v4/core';

/** What a stream schema is made of. */
export interface StreamParts {
  /** Schema of one item. */
  readonly item: $ZodType;
  /** Whether every item has an id, after which a client can resume. */
  readonly resumable: boolean;
}

/** An item with its id, as `tracked(id, item)` of tRPC makes it. @see https://trpc.io/docs/server/subscriptions#tracked */
export type TrackedItem<Item> = readonly [id: string, data: Item, mark: symbol];

/** The parts of the schemas that `stream` made, by their first half, which survives `.meta()` and `.describe()`. */
const streams = new WeakMap<$ZodType, StreamParts>();

/**
 * Output of an operation that answers items one after another; each passes through the item's schema on its way, so
 * that nothing leaves which the schema does not name.
 * @example .output(stream(Word)).query(async function* ({ input }) { yield { text: 'one' }; })
 */
export function stream<Item extends z.ZodType>(
  item: Item,
): Stream<z.input<Item>, AsyncIterable<z.output<Item>, void, unknown>>;
/**
 * A stream whose items have ids. The input has an optional `lastEventId`: the id after which to go on.
 * @example .output(stream(Comment, { resumable: true })).subscription(async function* () { yield tracked('7', comment); })
 */
export function stream<Item extends z.ZodType>(
  item: Item,
  options: { readonly resumable: true },
): Stream<TrackedItem<z.input<Item>>, AsyncIterable<{ id: string; data: z.output<Item> }, void, unknown>>;
export function stream(item: $ZodType, { resumable = false } = {}): z.ZodType {
  const source = z.custom<AsyncIterable<unknown>>(isAsyncIterable, 'It must be an async iterable');
  streams.set(source, { item, resumable });
  return source.transform((items) => (resumable ? checkTracked(item, items) : check(item, items)));
}

/** A schema that takes the items an operation yields, and puts out the checked ones as a client gets them. */
type Stream<Item, Output> = z.ZodType<Output, AsyncIterable<Item, void, unknown>>;

/** The parts of a schema made by {@link stream}; undefined for any other. */
export function streamParts(schema: $ZodType): StreamParts | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'pipe' ? streams.get(def.in) : undefined;
}

/** Whether a value can be iterated with `for await`. */
export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** Whether an item has an id. */
export function isTrackedItem(item: unknown): item is TrackedItem<unknown> {
  return Array.isArray(item) && item.length === 3 && typeof item[2] === 'symbol';
}

async function* check(item: $ZodType, items: AsyncIterable<unknown>) {
  for await (const value of items) yield await parseAsync(item, value);
}

async function* checkTracked(item: $ZodType, items: AsyncIterable<unknown>) {
  for await (const value of items) {
    if (!isTrackedItem(value)) throw new TypeError('Every item of a resumable stream is tracked(id, item)');
    const [id, data, mark] = value;
    yield [id, await parseAsync(item, data), mark] as const;
  }
}
