/** Writes what an operation answered as an HTTP answer. */
import type { $ZodType } from 'zod/v4/core';
import { encoderOf } from '../encoding/encoder.ts';
import type { Incoming, Outgoing } from '../http/exchange.ts';
import type { Output, RestRoute } from '../operations/operation.ts';
import { addressOf, isFileOutput, type PageOutput } from '../operations/outputs.ts';
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
  if (output.as === 'redirect') {
    return { status: 303, headers: [...caching, ['location', inAscii(addressOf(value) ?? '/')]] };
  }
  const location = locationHeaders(rest, value);
  if (output.as === 'none') return { status: rest.status, headers: [...caching, ...location] };

  const { type, body } = output.as === 'json' ? json(output.schema, value) : page(output.as, value);
  const contentType: [string, string] = ['content-type', `${type}; charset=utf-8`];
  if (!isRead) return { status: rest.status, headers: [contentType, ...caching, ...location], body };
  const etag = entityTag(rest, value, body);
  const validators: [string, string][] = [['etag', etag], ...caching];
  if (matchesTag(incoming.headers['if-none-match'], etag)) return { status: 304, headers: validators };
  const headers = [contentType, ...validators, ...nextLinkHeaders(value, incoming)];
  return { status: rest.status, headers, body };
}

/** A body as text, and its media type. */
interface Written {
  readonly type: string;
  readonly body: string;
}

function json(schema: $ZodType, value: unknown): Written {
  return { type: jsonType, body: encoderOf(schema).plain(value) };
}

/** Its schema has passed the value, so it is a page. */
function page(as: 'text' | 'html', value: unknown): Written {
  return { type: as === 'html' ? 'text/html' : 'text/plain', body: (value as PageOutput).body };
}

/** A header holds ASCII alone; what is encoded already stays as it is. */
function inAscii(address: string): string {
  return address.toWellFormed().replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent);
}
