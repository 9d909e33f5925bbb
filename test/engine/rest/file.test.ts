import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ByteRange, FileOutput } from '../../../server/src/engine/operations/outputs.ts';
import { contentDisposition } from '../../../server/src/engine/rest/content-disposition.ts';
import { parseRange } from '../../../server/src/engine/rest/range.ts';
import { ask, bugs, operation } from './ask.ts';

const content = 'abcdefghij';
let opened = 0;

function file(more: Partial<FileOutput> = {}): FileOutput {
  return {
    kind: 'file',
    url: '/api/f',
    type: 'image/png',
    size: content.length,
    name: 'a.png',
    disposition: 'inline',
    etag: 'tag',
    cacheControl: 'public, max-age=31536000, immutable',
    open: (range?: ByteRange) => {
      opened += 1;
      return Readable.from([Buffer.from(range ? content.slice(range.start, range.end + 1) : content)]);
    },
    ...more,
  };
}

const get = (headers: Record<string, string> = {}, answer = file(), method = 'GET') =>
  ask([operation('GET /f', { output: { as: 'file' }, answer: () => answer })], `${method} /api/f`, {
    headers,
  });

test('a file comes whole, with what a browser needs to show it safely', async () => {
  const answer = await get();
  expect(answer).toMatchObject({ status: 200, text: content });
  expect(Object.fromEntries(answer.headers)).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-disposition': 'inline; filename="a.png"',
    'content-length': '10',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': 'image/png',
    etag: '"tag"',
    'x-content-type-options': 'nosniff',
  });
});

test.each([
  ['bytes=0-3', 'abcd', 'bytes 0-3/10'],
  ['bytes=8-', 'ij', 'bytes 8-9/10'],
  ['bytes=-3', 'hij', 'bytes 7-9/10'],
  ['bytes=-300', content, 'bytes 0-9/10'],
  ['bytes=5-999999999999999999999', 'fghij', 'bytes 5-9/10'],
  ['BYTES=0-0', 'a', 'bytes 0-0/10'],
])('Range: %s answers that part', async (range, text, contentRange) => {
  const answer = await get({ range });
  expect(answer).toMatchObject({ status: 206, text });
  expect(answer.headers.get('content-range')).toBe(contentRange);
  expect(answer.headers.get('content-length')).toBe(String(text.length));
});

test.each(['bytes=0-1,3-4', 'bytes=4-2', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes 0-1', ''])(
  'Range: %s answers the whole',
  async (range) => {
    expect(await get({ range })).toMatchObject({ status: 200, text: content });
  },
);

test.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('Range: %s lies outside', async (range) => {
  const answer = await get({ range });
  expect(answer).toMatchObject({ status: 416, json: { code: 'range_not_satisfiable' } });
  expect(answer.headers.get('content-range')).toBe('bytes */10');
});

test('a private file is kept apart for each caller', async () => {
  const answer = await get({}, file({ cacheControl: 'private, no-store' }));
  expect(answer.headers.get('vary')).toBe('cookie, authorization');
});

test('an empty file has no range', async () => {
  const empty = file({ size: 0, open: () => Readable.from([]) });
  expect(await get({}, empty)).toMatchObject({ status: 200, text: '' });
  expect(await get({ range: 'bytes=0-' }, empty)).toMatchObject({ status: 416 });
});

test('whatever the range, its bytes lie inside the file', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n }), fc.bigInt({ min: 0n }), fc.nat(), fc.nat(3), (a, b, size, form) => {
      const header = [`bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b}`, `bytes=${a}-${b}`][form];
      const range = parseRange(header, size);
      if (range === undefined || range === 'unsatisfiable') return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThan(size);
    }),
  );
});

test('If-Range serves the part only while the file is the same', async () => {
  expect(await get({ range: 'bytes=0-0', 'if-range': '"tag"' })).toMatchObject({ status: 206 });
  expect(await get({ range: 'bytes=0-0', 'if-range': '"old"' })).toMatchObject({ status: 200 });
  expect(await get({ range: 'bytes=0-0', 'if-range': 'W/"tag"' })).toMatchObject({ status: 200 });
  const date = 'Wed, 21 Oct 2015 07:28:00 GMT';
  expect(await get({ range: 'bytes=0-0', 'if-range': date })).toMatchObject({ status: 200 });
});

test('If-None-Match comes before the range', async () => {
  const answer = await get({ range: 'bytes=99-', 'if-none-match': 'W/"tag"' });
  expect(answer).toMatchObject({ status: 304, text: '' });
  expect(answer.headers.get('etag')).toBe('"tag"');
});

test('HEAD answers the whole length and opens nothing', async () => {
  opened = 0;
  const answer = await get({ range: 'bytes=0-1' }, file(), 'HEAD');
  expect(answer).toMatchObject({ status: 200, text: '' });
  expect(answer.headers.get('content-length')).toBe('10');
  expect(opened).toBe(0);
});

test('Accept counts only where it cannot match', async () => {
  expect(await get({ accept: 'image/*' })).toMatchObject({ status: 200 });
  expect(await get({ accept: 'application/json' })).toMatchObject({ status: 406 });
});

test('a file that went meanwhile is not found', async () => {
  const missing = file({ open: () => createReadStream('/nowhere/at/all') });
  expect(await get({}, missing)).toMatchObject({ status: 404, json: { code: 'not_found' } });
  expect(bugs).toEqual([]);
});

test('a file that cannot be read is a problem', async () => {
  const broken = file({
    open: () =>
      new Readable({
        read() {
          this.destroy(new Error('disk'));
        },
      }),
  });
  expect(await get({}, broken)).toMatchObject({ status: 500, json: { code: 'internal' } });
});

test.each([
  ['a.png', 'attachment; filename="a.png"'],
  [
    'say "hi" 100%.txt',
    `attachment; filename="say _hi_ 100_.txt"; filename*=UTF-8''say%20%22hi%22%20100%25.txt`,
  ],
  [
    'naïve (1)’.txt',
    `attachment; filename="na_ve (1)_.txt"; filename*=UTF-8''na%C3%AFve%20%281%29%E2%80%99.txt`,
  ],
  [
    'a\r\nset-cookie: b',
    `attachment; filename="a__set-cookie: b"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20b`,
  ],
  ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
])('the name %j is %s', (name, header) => {
  expect(contentDisposition('attachment', name)).toBe(header);
});
