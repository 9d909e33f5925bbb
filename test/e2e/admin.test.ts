import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { password } from '../support/app.ts';
import { openSite, type Site } from '../support/site.ts';
import type { UserAgent } from '../support/user-agent.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let admin: UserAgent;
beforeAll(async () => {
  site = await openSite();
  admin = await site.app.admin();
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints().filter((complaint) => !/status of 40[49]/.test(complaint))).toEqual([]);
});

const logIn = (username: string) => site.app.visitor().rpc.accounts.login.mutate({ username, password });

test('an administrator finds a user, shuts the account and opens it again', async () => {
  const guest = await site.app.user('guest-of-honour');
  const page = await site.open('/', { as: admin });
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Manage users' }).click();
  await page.getByRole('searchbox', { name: 'Search users' }).fill('of-hon');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=of-hon/);
  const rows = page.getByRole('list', { name: 'Users' }).getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(1);

  const actions = page.getByRole('button', { name: 'Actions for guest-of-honour' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Shut the account' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Shut the account' }).click();
  await page.getByText('The account of guest-of-honour is shut.').waitFor();
  await rows.getByText('Shut', { exact: true }).waitFor();
  await expect(guest.rpc.accounts.me.query()).rejects.toThrow();
  await expect(logIn('guest-of-honour')).rejects.toThrow();

  await page.getByRole('combobox', { name: 'Standing' }).selectOption('disabled');
  await page.waitForURL(/standing=disabled/);
  await page.reload();
  await actions.click();
  await page.getByRole('menuitem', { name: 'Open again' }).click();
  await page.getByRole('button', { name: 'Open the account' }).click();
  await page.getByRole('heading', { name: 'Nobody matches' }).waitFor();
  expect(await logIn('guest-of-honour')).toMatchObject({ username: 'guest-of-honour' });
  await page.context().close();
});

test('a user becomes an administrator and back; the last one stays one', async () => {
  await site.app.user('promoted');
  const page = await site.open('/admin/users?q=promoted', { as: admin });
  const actions = page.getByRole('button', { name: 'Actions for promoted' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Make an administrator' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make an administrator' }).click();
  await page.getByText('promoted is an administrator.').waitFor();
  expect(await logIn('promoted')).toMatchObject({ role: 'admin' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Make a plain user' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a plain user' }).click();
  await page.getByText('promoted is a plain user.').waitFor();

  const { username } = await admin.rpc.accounts.me.query();
  await page.goto(`/admin/users?q=${username}`);
  await page.getByRole('button', { name: `Actions for ${username}` }).click();
  expect(await page.getByRole('menuitem', { name: 'Shut the account' }).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Make a plain user' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a plain user' }).click();
  await page
    .getByRole('alert')
    .getByText(/one administrator/)
    .waitFor();
  expect(await admin.rpc.accounts.me.query()).toMatchObject({ role: 'admin' });
  await page.context().close();
});

test('the audit log is narrowed by event and by user, and the address keeps both', async () => {
  const noted = await site.app.user('noted');
  await noted.rpc.accounts.logout.mutate();
  const page = await site.open('/admin/users?q=noted', { as: admin });
  await page.getByRole('button', { name: 'Actions for noted' }).click();
  await page.getByRole('menuitem', { name: 'What happened' }).click();
  const entries = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
  await expect.poll(() => entries.count()).toBe(2);
  await page.getByRole('combobox', { name: 'Event' }).selectOption('signed_out');
  await expect.poll(() => entries.count()).toBe(1);
  await page.reload();
  await entries.first().waitFor();
  expect(await entries.allTextContents()).toEqual([expect.stringMatching(/^Signed out@noted/)]);
  await page.getByRole('link', { name: 'Show everybody, not only noted' }).click();
  await page.waitForURL(/\/admin\/events\?event=signed_out$/);
  await page.getByRole('combobox', { name: 'Event' }).selectOption('deletion_requested');
  await page.getByRole('heading', { name: 'Nothing like this has happened' }).waitFor();
  await page.context().close();
});

test('for anybody else there is nothing at these addresses', async () => {
  const page = await site.open('/admin/users', { as: await site.app.user('curious') });
  await page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }).waitFor();
  await page.goto('/admin/events');
  await page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }).waitFor();
  await page.context().close();
});
