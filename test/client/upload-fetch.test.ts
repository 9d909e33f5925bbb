import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { uploadFetch as makeUploadFetch } from '../../client/src/upload-fetch.ts';
import { launchBrowser } from '../support/browser.ts';

declare global {
  /** The function under test, as the page has it. */
  var uploadFetch: typeof makeUploadFetch;
}

/** What the server tells of an upload. */
interface Answer {
  readonly received: number;
  readonly header: string;
}

const html = `<!doctype html><script type="module">
  import { uploadFetch } from '/upload-fetch.js';
  globalThis.uploadFetch = uploadFetch;
</script>`;
const source = join(import.meta.dirname, '../../client/src/upload-fetch.ts');
const megabyte = 1024 * 1024;

let browser: Browser;
let page: Page;
let broken = Promise.withResolvers<void>();

/** Serves the module to a real browser, and counts what is uploaded. */
const server = createServer(async (request, response) => {
  if (request.url === '/upload-fetch.js') {
    response.setHeader('content-type', 'text/javascript');
    response.end(stripTypeScriptTypes(await readFile(source, 'utf8')));
  } else if (request.method === 'POST') {
    response.end(JSON.stringify({ received: await count(request), header: request.headers['x-test'] }));
  } else {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  }
});

async function count(request: IncomingMessage): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of request) bytes += chunk.length;
  } catch {
    broken.resolve();
  }
  return bytes;
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

it('progress grows to the whole, and the answer is an ordinary response', async () => {
  const result = await page.evaluate(async (size) => {
    const progress: { sent: number; total: number }[] = [];
    const body = new FormData();
    body.set('file', new File([new Uint8Array(size)], 'large.bin'));
    const send = uploadFetch((step) => progress.push(step));
    const response = await send('/upload', { method: 'POST', body, headers: { 'x-test': 'kept' } });
    return { progress, status: response.status, answer: (await response.json()) as Answer };
  }, 8 * megabyte);
  expect(result.status).toBe(200);
  expect(result.answer.header).toBe('kept');
  expect(result.answer.received).toBeGreaterThan(8 * megabyte);
  const sent = result.progress.map((step) => step.sent);
  expect(sent).toEqual(sent.toSorted((a, b) => a - b));
  expect(result.progress.at(-1)).toEqual({ sent: result.answer.received, total: result.answer.received });
});

it('stopping it ends the request and rejects as an abort', async () => {
  broken = Promise.withResolvers();
  const name = await page.evaluate(async (size) => {
    const stop = new AbortController();
    const body = new FormData();
    body.set('file', new File([new Uint8Array(size)], 'large.bin'));
    const call = uploadFetch(() => stop.abort())('/upload', { body, signal: stop.signal });
    return call.then(
      () => 'done',
      (error: Error) => error.name,
    );
  }, 64 * megabyte);
  expect(name).toBe('AbortError');
  await broken.promise;
});
