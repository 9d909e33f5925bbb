import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { password } from '../support/app.ts';
import { openSite, type Site } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints().filter((complaint) => !complaint.includes('ERR_INTERNET'))).toEqual([]);
});

async function otherTab(page: Page, path: string): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(path);
  return tab;
}

async function logIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
}

test('whoever logs out in one tab is logged out in the others, and comes back to where they were', async () => {
  const page = await site.open('/write', { as: await site.app.user('ann') });
  await page.getByLabel('Title').fill('Private');
  const tab = await otherTab(page, '/');
  await tab.getByRole('button', { name: /account of ann/i }).click();
  await tab.getByRole('menuitem', { name: 'Log out' }).click();
  await page.waitForURL(/\/login\?from=%2Fwrite$/);
  await logIn(page, 'ann');
  await page.getByRole('heading', { name: 'Write a post' }).waitFor();
  await tab.getByRole('button', { name: /account of ann/i }).waitFor();
});

test('logging out clears what the browser kept, but for how the site looks', async () => {
  const page = await site.open('/', { as: await site.app.user('nocturnal') });
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await page.evaluate(() => localStorage.setItem('portico.draft.x', 'private'));
  await page.getByRole('button', { name: /account of nocturnal/i }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.getByText('You are logged out.').waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Log in' }).waitFor();
  expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ 'portico.theme': 'dark' });
});

test('nothing is sent in the name of somebody who logged in in another tab', async () => {
  const barbara = await site.app.user('barbara');
  const page = await site.open('/write', { as: await site.app.user('anton') });
  await page.getByLabel('Title').fill('By Anton');
  const [cookie] = await page.context().cookies();
  const value = barbara.cookies().split('=')[1] ?? '';
  await page.context().addCookies([{ ...cookie, name: cookie?.name ?? '', value }]);
  const tab = await otherTab(page, '/');
  await tab.getByRole('button', { name: /account of barbara/i }).waitFor();
  await page.getByRole('button', { name: /account of barbara/i }).waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('By Anton');
});

test('a session that ends while somebody writes leads to the login, and back to the text', async () => {
  const writer = await site.app.user('ended');
  const page = await site.open('/write', { as: writer });
  await page.getByLabel('Title').fill('Before the end');
  await writer.rpc.accounts.logout.mutate();
  await page.context().setOffline(true);
  await page.getByText('You are offline').waitFor();
  await page.context().setOffline(false);
  await page.waitForURL(/\/login/);
  await logIn(page, 'ended');
  await page.getByText('Here are your unsaved changes').waitFor();
  expect(await page.getByLabel('Title').inputValue()).toBe('Before the end');
});

test('the links into an account keep the way back', async () => {
  const page = await site.open('/write');
  await page.waitForURL(/\/login\?from=%2Fwrite$/);
  await page.getByRole('banner').getByRole('link', { name: 'Sign up' }).click();
  await page.waitForURL(/\/register\?from=%2Fwrite$/);
});
