/** Hostile bodies with the content types that they come under. */
import fc from 'fast-check';
import { jsonAmong, namesAmong, texts } from './texts.ts';

export interface Body {
  readonly type: string;
  readonly content: Buffer;
}

const types = [
  ...[
    'application/json',
    'application/json; charset=utf-8',
    'application/json; charset=utf-16',
    'text/plain',
  ],
  ...[
    'application/problem+json',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/xml',
  ],
  ...['multipart/form-data; boundary=', 'multipart/form-data; boundary=x; boundary=y', '*/*', 'a', '/', ';'],
  ...['application/octet-stream', 'APPLICATION/JSON', 'application/json;', 'application/json, text/html'],
];

/** @param known names of fields that the operation has */
export function bodiesAmong(known: readonly string[], valid: fc.Arbitrary<string>): fc.Arbitrary<Body> {
  const name = namesAmong(known);
  const pairs = fc.array(fc.tuple(name, texts), { maxLength: 6 });
  const form = pairs.map((fields) => new URLSearchParams(fields).toString());
  return fc.oneof(
    { weight: 3, arbitrary: under('application/json', valid) },
    { weight: 4, arbitrary: under('application/json', jsonAmong(known)) },
    { weight: 3, arbitrary: under('application/x-www-form-urlencoded', fc.oneof(form, texts)) },
    { weight: 4, arbitrary: multipart(name) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...types), fc.oneof(valid, texts)).map(toBody) },
    fc.tuple(fc.constantFrom(...types), fc.uint8Array({ maxLength: 200 })).map(toBody),
    under(
      'application/x-www-form-urlencoded',
      fc.integer({ min: 900, max: 3000 }).map((count) => 'a=1&'.repeat(count)),
    ),
    under('application/json', fc.constantFrom(' '.repeat(1_100_000), `"${'a'.repeat(1_100_000)}"`)),
  );
}

function under(type: string, texts: fc.Arbitrary<string>): fc.Arbitrary<Body> {
  return texts.map((text) => toBody([type, text]));
}

function toBody([type, content]: readonly [string, string | Uint8Array]): Body {
  return { type, content: Buffer.from(content as string) };
}

/** Parts whose heads lie, repeat or break off. */
function multipart(name: fc.Arbitrary<string>): fc.Arbitrary<Body> {
  const boundary = fc.constantFrom('x', '----b', '"quoted b"', 'é', 'b'.repeat(100));
  const quoted = fc.oneof(name, texts).map((text) => text.replaceAll(/[\r\n"]/g, '_'));
  const disposition = fc.oneof(
    quoted.map((text) => `form-data; name="${text}"`),
    fc.tuple(quoted, quoted).map(([field, file]) => `form-data; name="${field}"; filename="${file}"`),
    fc
      .tuple(quoted, texts)
      .map(([field, file]) => `form-data; name="${field}"; filename*=UTF-8''${encode(file)}`),
    fc.constantFrom(
      'form-data',
      'attachment',
      '',
      'form-data; name',
      'form-data; name="a',
      `form-data; name="${'n'.repeat(20_000)}"`,
    ),
  );
  const head = fc.tuple(
    disposition.map((value) => `content-disposition: ${value}`),
    fc.constantFrom(
      '',
      'content-type: image/png',
      'content-type: ',
      'x: y',
      'content-transfer-encoding: base64',
      ':',
    ),
  );
  const part = fc
    .tuple(head, texts)
    .map(([lines, text]) => `${lines.filter(Boolean).join('\r\n')}\r\n\r\n${text}`);
  const ending = fc.constantFrom('--', '--', '', '\r\n', '-');
  return fc.tuple(boundary, fc.array(part, { maxLength: 4 }), ending).map(([mark, parts, end]) => {
    const bare = mark.replaceAll('"', '');
    const content = parts.map((one) => `--${bare}\r\n${one}\r\n`).join('');
    return toBody([`multipart/form-data; boundary=${mark}`, `${content}--${bare}${end}`]);
  });
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
