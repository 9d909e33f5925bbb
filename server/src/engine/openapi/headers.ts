/** The headers of responses, described once. */
import type { HeaderObject, Reference } from './openapi.ts';

const responseHeaders = {
  'Accept-Ranges': text('`bytes`: ranges are served'),
  'Content-Range': text('Which bytes of how many'),
  ETag: text('Validator for `If-None-Match`; of a resource with a version also for `If-Match`'),
  Link: text('Address of the next page, as `rel="next"`; absent on the last'),
  Location: text('Address of the new resource'),
  'Retry-After': { description: 'Seconds to wait before trying again', schema: { type: 'integer' } },
  'Set-Cookie': text('The session cookie, or its end'),
  'X-Request-Id': text('Under this id the log has the request'),
} as const satisfies Record<string, HeaderObject>;

/** A header that responses may have. */
export type HeaderName = keyof typeof responseHeaders;

function text(description: string): HeaderObject {
  return { description, schema: { type: 'string' } };
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
