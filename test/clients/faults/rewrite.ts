/** Changes the JSON of an answer, whatever door it came from. */
import { buffer } from 'node:stream/consumers';
import type { Visit } from '../visit.ts';

/** A JSON object that a change may write to. */
export type JsonObject = Record<string, unknown>;

/** Calls `change` for every object inside a value, and tells whether any was changed. */
export function changeObjects(value: unknown, change: (object: JsonObject) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const inside = Object.values(value).map((part) => changeObjects(part, change));
  const itself = !Array.isArray(value) && change(value as JsonObject);
  return itself || inside.includes(true);
}

/** Forwards a request, and passes on its answer with its objects changed. */
export async function rewrite(visit: Visit, change: (object: JsonObject) => boolean): Promise<void> {
  const from = await visit.forward();
  if (!/^application\/(?:problem\+)?json/.test(from.headers['content-type'] ?? '')) return visit.relay(from);
  const value: unknown = JSON.parse((await buffer(from)).toString());
  if (changeObjects(value, change)) visit.exchange.changed = true;
  // The answer is another now, so it is no longer what its ETag names.
  const { etag: _, ...headers } = from.headers;
  visit.answer(from.statusCode ?? 0, headers, JSON.stringify(value));
}
