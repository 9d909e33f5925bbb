import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { heavyPicture, picture } from '../support/picture.ts';
import { openSite, type Site, toUpload } from '../support/site.ts';
import type { UserAgent } from '../support/user-agent.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let user: UserAgent;
beforeAll(async () => {
  site = await openSite();
  user = await site.app.user('portrait');
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(async () => {
  site.cable.hold(false);
  await site.cable.mend();
});

/** The settings, with everything that the page loads later. */
async function openSettings(): Promise<Page> {
  const page = await site.open('/settings', { as: user });
  await page.getByLabel(/^Choose/).waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  return page;
}

const avatar = async () => (await user.rpc.accounts.me.query()).avatar;

test('a picture goes up with its progress, and becomes the avatar', async () => {
  const page = await openSettings();
  const file = await toUpload(await heavyPicture(15_000_000));
  site.cable.hold(true);
  await page.getByLabel('Choose a picture').setInputFiles(file);
  const progress = page.getByRole('progressbar', { name: 'Uploading heavy.png' });
  await progress.waitFor();
  expect(Number(await progress.getAttribute('value'))).toBeLessThan(100);
  site.cable.hold(false);
  await page.getByText('Your picture is saved.').waitFor();
  expect(await avatar()).toMatchObject({ width: expect.any(Number) });
  expect(site.complaints()).toEqual([]);
});

test('an upload can be cancelled, and nothing changes', async () => {
  const before = await avatar();
  const page = await openSettings();
  const file = await toUpload(await heavyPicture(15_000_000));
  site.cable.hold(true);
  await page.getByLabel(/^Choose/).setInputFiles(file);
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel(/^Choose/).waitFor({ state: 'attached' });
  site.cable.hold(false);
  expect(await page.getByRole('progressbar').count()).toBe(0);
  expect(await avatar()).toEqual(before);
  expect(site.complaints()).toEqual([]);
});

test('an upload that fails says so, keeps the file, and is tried again', async () => {
  const page = await openSettings();
  const before = await avatar();
  await site.cable.cut();
  await page.getByLabel(/^Choose/).setInputFiles(await toUpload(await picture({ name: 'small.png' })));
  await page.getByText('was not uploaded').waitFor();
  await site.cable.mend();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Your picture is saved.').waitFor();
  expect(await avatar()).not.toEqual(before);
  expect(site.complaints().filter((complaint) => !/ERR_CONNECTION/.test(complaint))).toEqual([]);
});

test('a file that is no picture is refused before it is sent, in words', async () => {
  const page = await openSettings();
  const text = new File(['hello'], 'hello.txt', { type: 'text/plain' });
  await page.getByLabel(/^Choose/).setInputFiles(await toUpload(text));
  await page.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
  const fake = new File(['not a picture'], 'fake.png', { type: 'image/png' });
  await page.getByLabel(/^Choose/).setInputFiles(await toUpload(fake));
  await page.getByText('was not uploaded').waitFor();
  expect(site.complaints().filter((complaint) => !complaint.includes('status of 422'))).toEqual([]);
});
