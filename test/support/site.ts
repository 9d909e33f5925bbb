/** The whole product as a visitor meets it: the server with its site, and a browser that complains of everything odd. */

import { pino } from 'pino';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { seed } from '../../server/src/seed.ts';
import { password, type TestApp, testApp } from './app.ts';
import { launchBrowser } from './browser.ts';
import { type Cable, createCable } from './cable.ts';
import type { UserAgent } from './user-agent.ts';

/** The site, listening. */
export interface Site extends AsyncDisposable {
  readonly origin: string;
  readonly app: TestApp;
  /** Between the browser and the server. */
  readonly cable: Cable;
  /** A new browser profile, signed in as somebody if wanted. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** What pages complained of since the last call: errors, refused content, requests to anybody else. */
  complaints(): string[];
}

interface OpenOptions extends BrowserContextOptions {
  readonly as?: UserAgent;
}

type Environment = Readonly<Record<string, string>>;

interface SiteOptions {
  /** With demonstration data, and its administrator. */
  readonly filled?: boolean;
  /** Environment variables of a server that knows its own address, for links that lead back to it. */
  readonly env?: (origin: string) => Environment | Promise<Environment>;
}

export async function openSite({ filled = false, env }: SiteOptions = {}): Promise<Site> {
  const cable = createCable();
  const nowhere = 'http://127.0.0.1:9';
  const { origin } = new URL(await cable.url(nowhere));
  const app = await testApp(env && { PUBLIC_ORIGIN: origin, ...(await env(origin)) });
  await cable.url(await app.listen());
  if (filled) {
    const admin = { username: 'admin', email: 'admin@example.com', password };
    await seed({ db: app.db, storage: app.storage, admin, log: pino({ level: 'silent' }) });
  }
  const browser = await launchBrowser();
  let complaints: string[] = [];
  return {
    origin,
    app,
    cable,
    async open(path, { as, ...options } = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(15_000);
      const [, name, value] = /^([^=]+)=(.*)$/.exec(as?.cookies() ?? '') ?? [];
      if (name && value) await context.addCookies([{ name, value, url: origin }]);
      const page = await context.newPage();
      watch(page, origin, (complaint) => complaints.push(complaint));
      await page.goto(path);
      return page;
    },
    complaints() {
      const made = complaints;
      complaints = [];
      return made;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await cable[Symbol.asyncDispose]();
      await app[Symbol.asyncDispose]();
    },
  };
}

function watch(page: Page, origin: string, complain: (complaint: string) => void): void {
  page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complain(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) complain(`elsewhere: ${request.url()}`);
  });
}

/** A file as a page's file chooser takes it. */
export async function toUpload(file: File): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return { name: file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) };
}
