/** What only a browser has: XMLHttpRequest for progress, and cookies. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type * as restClient from '../../../client/src/rest.ts';
import { root } from '../../support/repository.ts';
import { openSite, type Site } from '../../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

declare global {
  /** The module under test, as the page has it. */
  var rest: typeof restClient;
}

const megabyte = 1024 * 1024;

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  const module = await bundle();
  page = await site.open('/health/live', { as: await site.app.user('browser') });
  await page.evaluate(module);
});
afterAll(() => site[Symbol.asyncDispose]());

/** The client as a script that leaves it in `rest`. */
async function bundle(): Promise<string> {
  const entry = join(root, 'client/src/rest.ts');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, name: 'rest', formats: ['iife'] } },
  });
  const outputs = [result].flat().flatMap((made) => ('output' in made ? made.output : []));
  const code = outputs.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  return `${code}; globalThis.rest = rest;`;
}

it('an upload tells its progress, by cookies, and its answer is one of the client', async () => {
  const result = await page.evaluate(async (size) => {
    const api = rest.createRestClient({ url: '/api' });
    const file = new File(['x'.repeat(size)], 'large.txt', { type: 'text/plain' });
    const progress: { sent: number; total: number }[] = [];
    const stored = await api.files.upload({ file }, { onProgress: (step) => progress.push(step) });
    const text = await (await api.files.content({ id: stored.id })).text();
    return { progress, size: stored.size, isDate: stored.createdAt instanceof Date, same: text.length };
  }, 4 * megabyte);
  expect(result).toMatchObject({ size: 4 * megabyte, same: 4 * megabyte, isDate: true });
  const sent = result.progress.map((step) => step.sent);
  expect(sent).toEqual(sent.toSorted((a, b) => a - b));
  expect(result.progress.at(-1)?.sent).toBeGreaterThan(4 * megabyte);
  expect(result.progress.at(-1)?.sent).toBe(result.progress.at(-1)?.total);
});

it('a refused upload fails as any call does', async () => {
  const failure = await page.evaluate(async () => {
    const api = rest.createRestClient({ url: '/api' });
    const file = new File(['no picture'], 'evil.exe', { type: 'application/x-msdownload' });
    const answer = await api.files.upload.safe({ file }, { onProgress: () => {} });
    return answer.ok ? 'stored' : [rest.isProblem(answer.error, 'invalid_input'), answer.error.status];
  });
  expect(failure).toEqual([true, 422]);
});

it('an upload that is cancelled, or takes too long, ends and says which', async () => {
  site.cable.hold(true);
  const codes = await page.evaluate(async (size) => {
    const api = rest.createRestClient({ url: '/api' });
    const file = new File(['x'.repeat(size)], 'large.txt', { type: 'text/plain' });
    const onProgress = () => {};
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    const answers = await Promise.all([
      api.files.upload.safe({ file }, { onProgress, signal: stop.signal }),
      api.files.upload.safe({ file }, { onProgress, timeoutMs: 200 }),
    ]);
    return answers.map((answer) => (answer.ok ? 'stored' : answer.error.code));
  }, megabyte);
  site.cable.hold(false);
  expect(codes).toEqual(['cancelled', 'timed_out']);
});

it('a stream comes event by event', async () => {
  const writer = await site.app.user('writer');
  const { id } = await writer.rpc.posts.create.mutate({ title: 'Live', body: '', status: 'published' });
  const type = await page.evaluate(async (postId) => {
    const api = rest.createRestClient({ url: '/api' });
    for await (const event of api.comments.live({ postId })) return event.type;
    return 'nothing';
  }, id);
  expect(type).toBe('reset');
});
