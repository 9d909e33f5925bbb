/** Writes what an operation answered as an HTTP answer. */
import { encoderOf } from '../encoding/encoder.ts';
import type { Incoming, Outgoing } from '../http/exchange.ts';
import type { Output, RestRoute } from '../operations/operation.ts';
import { isFileOutput } from '../operations/outputs.ts';
import type { Context } from '../procedure/context.ts';
import { jsonType } from './accept.ts';
import { cacheHeaders, entityTag, matchesTag } from './caching.ts';
import { encodeFile } from './encode-file.ts';
import { locationHeaders, nextLinkHeaders } from './links.ts';

/** What is answered at once, not item by item. */
export type WholeOutput = Exclude<Output, { as: 'stream' }>;

/** The answer of a call that went well. */
export async function encodeOutput(
  rest: RestRoute,
  output: WholeOutput,
  value: unknown,
  incoming: Incoming,
  ctx: Context,
): Promise<Outgoing> {
  if (output.as === 'file') {
    if (!isFileOutput(value)) throw new TypeError('The operation declares a file but answers none');
    return encodeFile(value, incoming);
  }
  const isRead = rest.method === 'GET';
  const caching = cacheHeaders(ctx, isRead);
  const location = locationHeaders(rest, value);
  if (output.as === 'none') return { status: rest.status, headers: [...caching, ...location] };

  const body = encoderOf(output.schema).plain(value);
  const type: [string, string] = ['content-type', `${jsonType}; charset=utf-8`];
  if (!isRead) return { status: rest.status, headers: [type, ...caching, ...location], body };
  const etag = entityTag(value, body);
  const validators: [string, string][] = [['etag', etag], ...caching];
  if (matchesTag(incoming.headers['if-none-match'], etag)) return { status: 304, headers: validators };
  return { status: rest.status, headers: [type, ...validators, ...nextLinkHeaders(value, incoming)], body };
}
