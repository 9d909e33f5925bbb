/** Writes a door's answer to the wire, its whole head at once. */
import type { ServerResponse } from 'node:http';
import { pipeline, Readable, Transform } from 'node:stream';
import type { CommonHead } from './common-head.ts';
import type { Outgoing, ResponseHead } from './exchange.ts';

/**
 * Sends the answer with the headers that procedures added. Of two headers with one name the later counts, but `Set-Cookie` may
 * repeat, and links are one list.
 */
export function writeAnswer(
  response: ServerResponse,
  outgoing: Outgoing,
  added: ResponseHead,
  common: CommonHead,
  onBroken: (error: Error) => void,
): void {
  const { status, body } = outgoing;
  const own = merge(outgoing.headers, added.headers);
  added.sent = true;
  const length = lengthOf(body);
  if (length === 0 ? hasLength(status, response) : length !== undefined)
    put(own, 'content-length', `${length}`);
  response.writeHead(status, common.before(own, response));
  if (typeof body === 'string') response.end(body, length === body.length ? 'latin1' : 'utf8');
  else if (body === undefined || body instanceof Uint8Array) response.end(body);
  else pump(body, promisedLength(own), response, onBroken);
}

/** Names and values in turn. */
function merge(...lists: readonly Outgoing['headers'][]): string[] {
  const fields: string[] = [];
  for (const list of lists) for (const [name, value] of list) put(fields, name, value);
  return fields;
}

function put(fields: string[], name: string, value: string): void {
  const place = name === 'set-cookie' ? -1 : placeOf(name, fields);
  if (place < 0) fields.push(name, value);
  else fields[place + 1] = name === 'link' ? `${fields[place + 1]}, ${value}` : value;
}

/** In bytes, where the head says how long what flows is. */
function promisedLength(fields: readonly string[]): number | undefined {
  const place = placeOf('content-length', fields);
  return place < 0 ? undefined : Number(fields[place + 1]);
}

/** There are too few of them for a map to be worth its while. */
function placeOf(name: string, fields: readonly string[]): number {
  for (let place = 0; place < fields.length; place += 2) if (fields[place] === name) return place;
  return -1;
}

/** In bytes; unknown of what flows. */
function lengthOf(body: Outgoing['body']): number | undefined {
  if (body === undefined) return 0;
  if (typeof body === 'string') return Buffer.byteLength(body);
  return body instanceof Uint8Array ? body.byteLength : undefined;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-8.6 */
function hasLength(status: number, { req }: ServerResponse): boolean {
  return status !== 204 && status !== 304 && req.method !== 'HEAD';
}

function pump(
  body: AsyncIterable<Uint8Array>,
  length: number | undefined,
  response: ServerResponse,
  onBroken: (error: Error) => void,
): void {
  const source = body instanceof Readable ? body : Readable.from(body, { objectMode: false });
  if (response.destroyed) {
    source.destroy();
    return;
  }
  const over = (error: NodeJS.ErrnoException | null) => {
    // A client that leaves is no fault.
    if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') onBroken(error);
  };
  if (length === undefined) pipeline(source, response, over);
  else pipeline(source, exactly(length), response, over);
}

/** Breaks off where less or more flows than was said: whoever reads would take the next answer for the rest of this one. */
function exactly(length: number): Transform {
  const wrong = new Error(`The answer was to have ${length} bytes, and its body has another length`);
  let left = length;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      left -= chunk.length;
      if (left < 0) done(wrong);
      else done(null, chunk);
    },
    flush: (done) => done(left === 0 ? null : wrong),
  });
}
