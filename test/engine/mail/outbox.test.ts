import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOutbox } from '../../../server/src/engine/mail/outbox.ts';
import { type TestApp, testApp } from '../../support/app.ts';

const never = new AbortController().signal;
const letter = (n: number) => ({
  id: `mail-${n}`,
  to: 'ada@example.com',
  subject: `Mail <${n}>`,
  text: `Look:\nhttps://example.org/verify-email#token=${n}\n`,
  html: `<p>Mail ${n}</p>`,
});

const folderOf = (app: TestApp) => join(app.config.dataDir, 'outbox');
const ask = (app: TestApp, path: string, host = 'localhost:3000') =>
  app.app.server.inject({ url: path, headers: { host } });

test('in development the outbox shows each mail, newest first, with its links, in a frame that may do nothing', async () => {
  await using app = await testApp({ NODE_ENV: 'development' });
  const outbox = folderOutbox(folderOf(app));
  for (const n of [1, 2]) await outbox.deliver(letter(n), never);
  const page = await ask(app, '/dev/outbox');
  expect(page.statusCode).toBe(200);
  expect(page.headers['cache-control']).toBe('no-store');
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  const subjects = [...page.body.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, subject]) => subject);
  expect(subjects).toEqual(['Mail &lt;2&gt;', 'Mail &lt;1&gt;']);
  expect(page.body).toContain('<a href="https://example.org/verify-email#token=2">');
  expect(page.body).toMatch(/<iframe [^>]*src="\/dev\/outbox\/mail-2" sandbox /);

  const mail = await ask(app, '/dev/outbox/mail-2');
  expect(mail.body).toBe('<p>Mail 2</p>');
  expect(mail.headers['content-security-policy']).toMatch(
    /default-src 'none'.*frame-ancestors 'self'; sandbox$/,
  );
  expect(mail.headers['x-frame-options']).toBe('SAMEORIGIN');
  expect((await ask(app, '/dev/outbox/..%2f..%2fsecrets')).statusCode).toBe(404);
});

test('a page that has found its way here under another name does not see the outbox', async () => {
  await using app = await testApp({ NODE_ENV: 'development' });
  expect((await ask(app, '/dev/outbox', 'evil.example:3000')).statusCode).toBe(404);
});

test.each([
  { NODE_ENV: 'production' },
  { NODE_ENV: 'test' },
  { NODE_ENV: 'development', PUBLIC_ORIGIN: 'https://example.org' },
  { NODE_ENV: 'development', SMTP_URL: 'smtp://127.0.0.1:9' },
])('there is no outbox page with %j', async (overrides) => {
  await using app = await testApp(overrides);
  await folderOutbox(folderOf(app)).deliver(letter(1), never);
  for (const path of ['/dev/outbox', '/dev/outbox/mail-1']) {
    expect((await ask(app, path)).statusCode).toBe(404);
  }
});

test('the newest fifty are kept, each readable by its owner alone', async () => {
  await using app = await testApp({ NODE_ENV: 'test' });
  const outbox = folderOutbox(folderOf(app));
  for (let n = 0; n < 55; n += 1) await outbox.deliver(letter(n), never);
  expect(await readdir(folderOf(app))).toHaveLength(50);
  expect((await outbox.list()).map(({ id }) => id)).toContain('mail-54');
});

test('production without SMTP_URL says that mail is off, and what that means', async () => {
  await using app = await testApp({ NODE_ENV: 'production' });
  expect(app.logged.join()).toMatch(/SMTP_URL is not set, so mail is off: nobody can/);
});
