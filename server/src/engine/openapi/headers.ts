/** The headers of responses, described once. */
import type { Operation } from '../operations/operation.ts';
import type { HeaderObject, Reference } from './openapi.ts';

const responseHeaders = {
  'Accept-Ranges': text('`bytes`: ranges are served'),
  'Content-Range': text('Which bytes of how many'),
  Deprecation: text('Since when this should not be used any more, as `@` and seconds since 1970 (RFC 9745)'),
  ETag: text('Validator for `If-None-Match`; of a resource with a version also for `If-Match`'),
  'Idempotency-Replayed': text(
    '`true` when this is the answer of an earlier request with the same `Idempotency-Key`',
  ),
  Link: text(
    'Addresses: `rel="next"`, the next page, absent on the last; `rel="deprecation"`, what to use instead of this operation',
  ),
  Location: text('Address of the new resource'),
  RateLimit: text('What is left of the limit: `r` calls, all again in `t` seconds'),
  'RateLimit-Policy': text('The limit: `q` calls in `w` seconds'),
  'Retry-After': { description: 'Seconds to wait before trying again', schema: { type: 'integer' } },
  'Set-Cookie': text('The session cookie, or its end'),
  Sunset: text('When this stops to answer (RFC 8594)'),
  'WWW-Authenticate': text('How to prove who you are'),
  'X-Request-Id': text('Under this id the log has the request'),
} as const satisfies Record<string, HeaderObject>;

/** A header that responses may have. */
export type HeaderName = keyof typeof responseHeaders;

function text(description: string): HeaderObject {
  return { description, schema: { type: 'string' } };
}

/** What tells of a limit. */
export const limitHeaders = ['RateLimit', 'RateLimit-Policy'] as const satisfies readonly HeaderName[];

/** What any answer of an operation may say of its limit and its age. */
export function policyHeaders({ docs, policy }: Operation): HeaderName[] {
  const { deprecated, sunset, guide } = docs.ageing;
  return [
    ...(policy.limit ? limitHeaders : []),
    ...(deprecated ? (['Deprecation'] as const) : []),
    ...(sunset ? (['Sunset'] as const) : []),
    ...(guide ? (['Link'] as const) : []),
  ];
}

/** References to headers; every response has `X-Request-Id`. */
export function headers(...names: readonly HeaderName[]): Record<string, Reference> {
  const all: HeaderName[] = [...names, 'X-Request-Id'];
  return Object.fromEntries(all.map((name) => [name, { $ref: headerPath + name }]));
}

/** The headers that some part of the document refers to. */
export function headersOf(...parts: readonly object[]): Record<string, HeaderObject> {
  const text = JSON.stringify(parts);
  const all = Object.entries(responseHeaders);
  return Object.fromEntries(all.filter(([name]) => text.includes(`"${headerPath}${name}"`)));
}

const headerPath = '#/components/headers/';
