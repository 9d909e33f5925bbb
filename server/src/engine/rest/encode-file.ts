/** Answers a file, whole or in part. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fail } from '../errors/failure.ts';
import type { Incoming, Outgoing } from '../http/exchange.ts';
import type { ByteRange, FileOutput } from '../operations/outputs.ts';
import { assertAccepts } from './accept.ts';
import { matchesTag, varyByCaller } from './caching.ts';
import { contentDisposition } from './content-disposition.ts';
import { parseRange } from './range.ts';

/** Opens the file before the head is written, so that a file which cannot be read is still a problem. */
export async function encodeFile(file: FileOutput, incoming: Incoming): Promise<Outgoing> {
  assertAccepts(incoming, [file.type]);
  const etag = `"${file.etag}"`;
  const validators: [string, string][] = [
    ['etag', etag],
    ['cache-control', file.cacheControl],
    ...(isPublic(file) ? [] : [varyByCaller]),
  ];
  if (matchesTag(incoming.headers['if-none-match'], etag)) return { status: 304, headers: validators };
  const range = requestedRange(incoming, etag, file.size);
  const headers = [...validators, ...describeFile(file), ...lengthHeaders(file, range)];
  const status = range ? 206 : 200;
  if (incoming.method === 'HEAD') return { status, headers };
  return { status, headers, body: await open(file, range, incoming.signal) };
}

/** The same for everybody, whoever asks. */
function isPublic({ cacheControl }: FileOutput): boolean {
  return /\bpublic\b/.test(cacheControl);
}

/** A range counts for GET only, and with `If-Range` only while the file is still the same. */
function requestedRange({ method, headers }: Incoming, etag: string, size: number): ByteRange | undefined {
  const ifRange = headers['if-range'];
  if (method !== 'GET' || (ifRange !== undefined && ifRange !== etag)) return undefined;
  const range = parseRange(headers.range, size);
  if (range !== 'unsatisfiable') return range;
  throw fail('range_not_satisfiable', {
    detail: `The file has ${size} bytes`,
    headers: { 'content-range': `bytes */${size}` },
  });
}

/** A user's file never runs as part of this site. */
function describeFile({ type, disposition, name }: FileOutput): [string, string][] {
  return [
    ['content-type', type],
    ['content-disposition', contentDisposition(disposition, name)],
    ['accept-ranges', 'bytes'],
    ['x-content-type-options', 'nosniff'],
    ['content-security-policy', "sandbox; default-src 'none'"],
  ];
}

function lengthHeaders({ size }: FileOutput, range: ByteRange | undefined): [string, string][] {
  if (!range) return [['content-length', String(size)]];
  return [
    ['content-length', String(range.end - range.start + 1)],
    ['content-range', `bytes ${range.start}-${range.end}/${size}`],
  ];
}

/** Waits for the first bytes; a file that went meanwhile is not found. */
async function open(file: FileOutput, range: ByteRange | undefined, signal: AbortSignal): Promise<Readable> {
  const content = file.open(range);
  // Until the server listens, an error has to land somewhere; the stream remembers it.
  content.on('error', () => {});
  try {
    await once(content, 'readable', { signal });
    return content;
  } catch (error) {
    content.destroy();
    if (signal.aborted) throw fail('client_closed', { cause: error });
    if (isMissing(error)) throw fail('not_found', { cause: error });
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
