/** Hostile requests as bytes. */
import fc from 'fast-check';
import type { Body } from './bodies.ts';
import { texts } from './texts.ts';
import type { RawRequest } from './wire.ts';

/** A request before it is written; what is hostile about it stays readable when a case is reported. */
export interface Request {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Body | undefined;
  /** How the body's end is told; `short` promises more than comes. */
  readonly framing: 'length' | 'chunked' | 'short';
}

export const methods = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE') },
  fc.constantFrom('HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'get', 'BREW', 'M-SEARCH', 'PURGE'),
);

const names = [
  ...[
    'accept',
    'accept-encoding',
    'authorization',
    'content-encoding',
    'cookie',
    'expect',
    'if-match',
    'range',
  ],
  ...[
    'if-none-match',
    'if-range',
    'idempotency-key',
    'last-event-id',
    'origin',
    'sec-fetch-site',
    'te',
    'trpc-accept',
  ],
  ...[
    'traceparent',
    'x-request-id',
    'x-forwarded-proto',
    'forwarded',
    'upgrade',
    'accept-language',
    '__proto__',
  ],
];

const values = fc.oneof(
  texts,
  fc.constantFrom(
    '*/*',
    'text/html',
    'application/json;q=0',
    'application/jsonl',
    'text/event-stream',
    'a/b;q=x,,;',
  ),
  fc.constantFrom(
    '"1"',
    'W/"1"',
    '*',
    '"',
    '"99999999999999999999"',
    'bytes=0-',
    'bytes=5-2,-1',
    'bytes=-99999999999',
  ),
  fc.constantFrom(
    'gzip',
    'identity',
    'br, gzip;q=0',
    '100-continue',
    'null',
    'https://elsewhere.example',
    'same-site',
  ),
  fc.constantFrom(
    'session=',
    'session=a.b',
    'session=%; session=%zz',
    `session=${'a'.repeat(3000)}`,
    'a=b;;=;c',
  ),
  fc.constantFrom(
    'Bearer ',
    'bearer x',
    'Basic !!!',
    '00-0-0-0',
    `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
    'h2c',
  ),
);

export const headers = fc.array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 4 });

export const framings = fc.oneof(
  { weight: 8, arbitrary: fc.constant('length' as const) },
  { weight: 2, arbitrary: fc.constant('chunked' as const) },
  fc.constant('short' as const),
);

/** @param host that the request names */
export function toBytes({ method, target, headers, body, framing }: Request, host: string): RawRequest {
  const content = body?.content ?? Buffer.alloc(0);
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `host: ${host}`,
    'connection: close',
    ...headers.map(([name, value]) => `${name}: ${onOneLine(value)}`),
    ...(body ? [`content-type: ${body.type}`, bodyLength(content, framing)] : []),
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  if (!body || framing !== 'chunked') {
    return { bytes: Buffer.concat([head, content]), isWhole: !body || framing === 'length' };
  }
  const chunk =
    content.length > 0 ? [Buffer.from(`${content.length.toString(16)}\r\n`), content, '\r\n'] : [];
  return {
    bytes: Buffer.concat([head, ...chunk.map((part) => Buffer.from(part)), Buffer.from('0\r\n\r\n')]),
    isWhole: true,
  };
}

function bodyLength({ length }: Buffer, framing: Request['framing']): string {
  if (framing === 'chunked') return 'transfer-encoding: chunked';
  return `content-length: ${framing === 'short' ? length + 100 : length}`;
}

function onOneLine(value: string): string {
  return value.toWellFormed().replaceAll(/[\r\n\0]/g, '_');
}

/** An address that a server's parser lets through; what it holds may be anything. */
export function toTarget(path: string, query: string): string {
  const address = query === '' ? path : `${path}?${query}`;
  return address
    .toWellFormed()
    .replaceAll(/[\0-\x20\x7f#]|[^\0-\x7f]/gu, encodeURIComponent)
    .slice(0, 80_000);
}
