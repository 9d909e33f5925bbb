import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openSite, type Site } from '../support/site.ts';
import type { UserAgent } from '../support/user-agent.ts';

vi.setConfig({ testTimeout: 60_000 });

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** A violation, as axe reports it. */
interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

let site: Site;
let admin: UserAgent;
const addresses = new Map<string, string>();
beforeAll(async () => {
  site = await openSite({ filled: true });
  admin = await site.app.admin();
  const { items: posts } = await admin.rpc.posts.list.query({ limit: 1 });
  const { items: products } = await admin.rpc.products.list.query({ limit: 1 });
  const { id } = await admin.rpc.posts.create.mutate({ title: 'A draft', body: '## Text' });
  addresses.set('a post', `/posts/${posts[0]?.slug}`);
  addresses.set('an author', `/authors/${posts[0]?.author.username}`);
  addresses.set('a product', `/products/${products[0]?.id}`);
  addresses.set('an edited post', `/me/posts/${id}`);
  addresses.set('an edited product', `/admin/products/${products[0]?.id}`);
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints().filter((complaint) => !complaint.includes('status of 404'))).toEqual([]);
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** The page is there when nothing says any more that it is on its way. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('load');
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
}

/** Name, address unless it is only known later, and whether one must be signed in. */
const pages: readonly (readonly [name: string, path?: string | undefined, member?: string])[] = [
  ['home', '/'],
  ['posts', '/posts'],
  ['posts of a tag, none found', '/posts?q=nothing-at-all-like-this'],
  ['a post'],
  ['an author'],
  ['products', '/products'],
  ['a product'],
  ['nothing here', '/no/such/page'],
  ['login', '/login'],
  ['a login that another service refused', '/login#refused=email_taken'],
  ['a code after another service', '/login/code#ticket=some.ticket&next=%2Fposts'],
  ['register', '/register'],
  ['a forgotten password', '/forgot-password'],
  ['a new password', '/reset-password#token=some.token'],
  ['a link that is no good', '/reset-password'],
  ['a request for a link to log in', '/magic-link'],
  ['a link to log in', '/magic-link#token=some.token'],
  ['an address to confirm', '/verify-email#token=some.token'],
  ['a new address to confirm', '/confirm-email#token=some.token'],
  ['a kept account', '/keep-account'],
  ['write', '/write', 'member'],
  ['my posts', '/me/posts', 'member'],
  ['an edited post', undefined, 'member'],
  ['my files', '/me/files', 'member'],
  ['settings', '/settings', 'member'],
  ['settings: security', '/settings/security', 'member'],
  ['settings: connections', '/settings/connections', 'member'],
  ['settings: activity', '/settings/activity', 'member'],
  ['settings: data', '/settings/data', 'member'],
  ['managed users', '/admin/users', 'member'],
  ['the audit log', '/admin/events', 'member'],
  ['managed products', '/admin/products', 'member'],
  ['a new product', '/admin/products/new', 'member'],
  ['an edited product', undefined, 'member'],
];

/** Pages do not move, so that a change of theme is there at once. */
const themes = ['light', 'dark'] as const;

test.each(pages)(
  '%s keeps nobody out in light and dark, and fits a phone',
  async (name = '', path, member) => {
    const page = await site.open(path ?? addresses.get(name) ?? '', member ? { as: admin } : {});
    await settled(page);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    expect(await page.title()).toMatch(/\S/);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);

test('by keyboard: the first stop leads past the header, and a menu gives focus back', async () => {
  const page = await site.open('/', { as: admin });
  await settled(page);
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(await focused()).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  const account = page.getByRole('button', { name: /^Account of/ });
  await account.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(() => account.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('the docs page works without anything from elsewhere', async () => {
  const page = await site.open('/api/docs');
  await page.getByRole('heading', { level: 1, name: 'Portico' }).waitFor();
  await page.getByText('Ask who is signed in').first().waitFor();
  expect(site.complaints().filter((complaint) => complaint.startsWith('elsewhere'))).toEqual([]);
});
