import { createHash } from 'node:crypto';
import type { StoredFile } from '@portico/shared/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { heavyPicture, picture, pixelBomb } from '../support/picture.ts';
import type { UserAgent } from '../support/user-agent.ts';

let app: TestApp;
let owner: UserAgent;
beforeAll(async () => {
  app = await testApp();
  owner = await app.user();
});
afterAll(() => app[Symbol.asyncDispose]());

const text = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');

async function upload(file: File, fields: Readonly<Record<string, string>> = {}): Promise<StoredFile> {
  const form = new FormData();
  form.append('file', file);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = await owner.fetch('/api/files', { method: 'POST', body: form });
  expect(response.status).toBe(201);
  const stored = (await response.json()) as StoredFile;
  expect(response.headers.get('location')).toBe(`/api/files/${stored.id}`);
  return stored;
}

const note = (name = 'note.txt') => new File([text], name, { type: 'text/plain' });
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  app.visitor().fetch(path, { headers });

describe('ranges', () => {
  let url: string;
  beforeAll(async () => {
    url = (await upload(note())).url;
  });

  test('the whole says that ranges may be asked for', async () => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('content-length')).toBe(String(text.length));
    expect(await response.text()).toBe(text);
  });

  test.each([
    ['bytes=0-9', 0, 9],
    ['bytes=10-', 10, text.length - 1],
    ['bytes=-7', text.length - 7, text.length - 1],
    ['bytes=5-5', 5, 5],
    ['bytes=100-999999', 100, text.length - 1],
    ['bytes=-999999', 0, text.length - 1],
  ])('%s is a part', async (range, start, end) => {
    const response = await get(url, { range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${text.length}`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    expect(await response.text()).toBe(text.slice(start, end + 1));
  });

  test.each(['bytes=999999-', 'bytes=-0'])('%s lies outside', async (range) => {
    const response = await get(url, { range });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${text.length}`);
    expect(await response.json()).toMatchObject({ code: 'range_not_satisfiable' });
  });

  test.each(['bytes=9-5', 'lines=1-2', 'bytes=a-b', 'bytes=0-1,5-6'])('%s gets the whole', async (range) => {
    const response = await get(url, { range });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
  });

  test('a range counts only while the file is the one that is meant', async () => {
    const etag = (await get(url)).headers.get('etag') ?? '';
    expect((await get(url, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await get(url, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    expect((await get(url, { 'if-none-match': etag })).status).toBe(304);
  });

  test('HEAD has the headers and no body', async () => {
    const response = await app.visitor().fetch(url, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(text.length));
    expect(await response.text()).toBe('');
  });
});

describe('how a file is shown', () => {
  test('check 57: a text is saved, under its name in any script', async () => {
    const { url } = await upload(note('Rechnung “März” 門.txt'));
    const header = (await get(url)).headers.get('content-disposition') ?? '';
    expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe('Rechnung “März” 門.txt');
  });

  test('a picture is shown, and saved on request', async () => {
    const { url } = await upload(await picture({ name: 'blue.png' }));
    expect((await get(url)).headers.get('content-disposition')).toBe('inline; filename="blue.png"');
    expect((await get(`${url}?download=true`)).headers.get('content-disposition')).toBe(
      'attachment; filename="blue.png"',
    );
    expect((await get(url)).headers.get('content-type')).toBe('image/png');
  });

  test('check 57: nothing of a user runs on this site', async () => {
    const { url } = await upload(note());
    const { headers } = await get(url);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('what is public is kept for good, what is private not at all', async () => {
    const open = await upload(note());
    expect((await get(open.url)).headers.get('cache-control')).toMatch(/public.*immutable/);
    const closed = await upload(note(), { visibility: 'private' });
    expect((await owner.fetch(closed.url)).headers.get('cache-control')).toMatch(
      /private.*no-store|no-store/,
    );
    expect((await get(closed.url)).status).toBe(404);
  });

  test('a thumbnail is a small WebP without the original’s metadata', async () => {
    const stored = await upload(await picture({ width: 1200, height: 300, format: 'jpeg' }));
    const response = await get(stored.picture?.thumbnailUrl ?? '');
    expect(response.headers.get('content-type')).toBe('image/webp');
    const { default: sharp } = await import('sharp');
    const facts = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(facts).toMatchObject({ format: 'webp', width: 480, height: 120 });
    expect(facts.exif).toBeUndefined();
    const none = await upload(note());
    expect((await get(`/api/files/${none.id}/thumbnail`)).status).toBe(404);
  });
});

describe('large files', () => {
  test('megabytes come back as they were sent', async () => {
    const file = await heavyPicture(8_000_000);
    const stored = await upload(file);
    const digest = async (blob: Blob | Response) =>
      createHash('sha256')
        .update(new Uint8Array(await blob.arrayBuffer()))
        .digest('hex');
    expect(await digest(await get(stored.url))).toBe(await digest(file));
  });

  test('check 51: one past the limit is 413, and leaves nothing', async () => {
    const before = await owner.rpc.files.mine.query({ limit: 100 });
    const form = new FormData();
    form.append('file', new File([new Uint8Array(21 * 1024 * 1024)], 'large.txt', { type: 'text/plain' }));
    const response = await owner.fetch('/api/files', { method: 'POST', body: form });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'payload_too_large' });
    expect(await owner.rpc.files.mine.query({ limit: 100 })).toEqual(before);
  });

  test('check 57: a picture of too many pixels is refused, however few its bytes', async () => {
    const form = new FormData();
    form.append('file', pixelBomb(30_000));
    const response = await owner.fetch('/api/files', { method: 'POST', body: form });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/file' }] });
  });
});
