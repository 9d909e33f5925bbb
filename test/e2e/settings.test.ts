import { eq, sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sessions } from '../../server/src/features/accounts/accounts.table.ts';
import { password } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import { createMailbox, type Mailbox } from '../support/mailbox.ts';
import { openSite, type Site } from '../support/site.ts';
import type { UserAgent } from '../support/user-agent.ts';

vi.setConfig({ testTimeout: 60_000 });

let mailbox: Mailbox;
let site: Site;
beforeAll(async () => {
  mailbox = await createMailbox();
  site = await openSite({ env: () => ({ SMTP_URL: mailbox.url }) });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});
afterEach(() => {
  expect(site.complaints().filter((complaint) => !/status of 40[013]/.test(complaint))).toEqual([]);
});

const logIn = (username: string, secret: string, code?: string) =>
  site.app.visitor().rpc.accounts.login.mutate({ username, password: secret, ...(code && { code }) });

/** Lets so much time pass that sensitive changes ask who one is. */
async function ageSession(user: UserAgent): Promise<void> {
  const { id } = await user.rpc.accounts.me.query();
  await site.app.db
    .update(sessions)
    .set({ authenticatedAt: sql`now() - interval '11 minutes'` })
    .where(eq(sessions.userId, id));
}

const region = (page: Page, name: string) => page.getByRole('region', { name });

test('a new password holds from now on, and signs other devices out', async () => {
  const user = await site.app.user('renewed');
  const other = site.app.visitor();
  await other.rpc.accounts.login.mutate({ username: 'renewed', password });
  const page = await site.open('/settings/security', { as: user });
  await region(page, 'Password').getByRole('textbox', { name: 'New password' }).fill('short');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByText('A password has at least 8 characters').first().waitFor();
  await page.getByRole('textbox', { name: 'New password' }).fill('another horse entirely');
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByText('Your new password holds from now on.').waitFor();
  await expect(logIn('renewed', password)).rejects.toThrow();
  expect(await logIn('renewed', 'another horse entirely')).toMatchObject({ username: 'renewed' });
  await expect(other.rpc.accounts.me.query()).rejects.toThrow();
  await page.context().close();
});

test('long after the login a change asks who one is, and then goes on by itself', async () => {
  const user = await site.app.user('returned');
  const page = await site.open('/settings/security', { as: user });
  await region(page, 'Devices').getByText('This device').waitFor();
  await ageSession(user);
  await page.getByRole('textbox', { name: 'New password' }).fill('yet another horse');
  await page.getByRole('button', { name: 'Save the password' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'Password' }).fill(password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('Your new password holds from now on.').waitFor();
  expect(await logIn('returned', 'yet another horse')).toMatchObject({ username: 'returned' });
  await page.context().close();
});

test('who opens the page long after the login is asked nothing before they want to see their devices', async () => {
  const user = await site.app.user('patient');
  await ageSession(user);
  const page = await site.open('/settings/security', { as: user });
  const show = region(page, 'Devices').getByRole('button', { name: 'Show my devices' });
  await show.waitFor();
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  await show.click();
  await page.getByRole('alertdialog').getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await region(page, 'Devices').getByText('This device').waitFor();
  await page.context().close();
});

test('an authenticator is set up, asked for at the login, and removed', async () => {
  const user = await site.app.user('stepped');
  const page = await site.open('/settings/security', { as: user });
  const steps = region(page, 'Two-step sign-in');
  await steps.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const qr = steps.getByRole('img', { name: 'QR code for your authenticator app' });
  await qr.waitFor();
  await expect.poll(() => qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const secret = ((await steps.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await steps.getByRole('textbox', { name: 'Code' }).fill('000000');
  await steps.getByRole('button', { name: 'Turn it on' }).click();
  await steps
    .getByText(/This code is wrong/)
    .first()
    .waitFor();
  await steps.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret));
  await steps.getByRole('button', { name: 'Turn it on' }).click();
  const codes = steps.getByRole('list', { name: 'Recovery codes' });
  await codes.waitFor();
  const [recoveryCode = ''] = await codes.getByRole('listitem').allTextContents();
  expect(await codes.getByRole('listitem').count()).toBe(10);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    steps.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('portico-recovery-codes.txt');
  await steps.getByRole('button', { name: 'I have kept them' }).click();
  await steps.getByText('10 recovery codes are left.').waitFor();
  await expect(logIn('stepped', password)).rejects.toThrow();
  expect(await logIn('stepped', password, totpCode(secret, 1))).toMatchObject({ username: 'stepped' });
  expect(await logIn('stepped', password, recoveryCode)).toMatchObject({ username: 'stepped' });

  await steps.getByRole('button', { name: 'New recovery codes' }).click();
  await page.getByRole('button', { name: 'Make new codes' }).click();
  await codes.waitFor();
  expect(await codes.getByRole('listitem').allTextContents()).not.toContain(recoveryCode);
  await steps.getByRole('button', { name: 'I have kept them' }).click();
  await steps.getByRole('button', { name: 'Turn it off' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn it off' }).click();
  await steps.getByRole('button', { name: 'Set up an authenticator app' }).waitFor();
  expect(await logIn('stepped', password)).toMatchObject({ username: 'stepped' });
  await page.context().close();
});

test('another device is signed out, this one stays', async () => {
  const user = await site.app.user('elsewhere');
  const [lost, old] = [site.app.visitor(), site.app.visitor()];
  for (const device of [lost, old]) {
    await device.rpc.accounts.login.mutate({ username: 'elsewhere', password });
  }
  const page = await site.open('/settings/security', { as: user });
  const devices = region(page, 'Devices');
  const rows = devices.getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(3);
  await devices
    .getByRole('button', { name: /^Sign out (?!all)/ })
    .first()
    .click();
  await page.getByText(/ is signed out\./).waitFor();
  await expect.poll(() => rows.count()).toBe(2);
  await devices.getByRole('button', { name: 'Sign out all other devices' }).click();
  await page.getByRole('button', { name: 'Sign them out' }).click();
  await devices.getByText('You are signed in nowhere else.').waitFor();
  expect(await rows.count()).toBe(1);
  for (const device of [lost, old]) await expect(device.rpc.accounts.me.query()).rejects.toThrow();
  expect(await user.rpc.accounts.me.query()).toMatchObject({ username: 'elsewhere' });
  await page.context().close();
});

test('another address holds once the link that was mailed there is opened, and not before', async () => {
  const user = await site.app.user('moving');
  const page = await site.open('/settings/security', { as: user });
  const email = region(page, 'E-mail address');
  await email.getByText('Not confirmed yet').waitFor();
  await email.getByRole('button', { name: 'Send the link again' }).click();
  await page.getByText('A link is on its way to moving@example.com.').waitFor();
  await email.getByRole('textbox', { name: 'New e-mail address' }).fill('moved@example.com');
  await email.getByRole('button', { name: 'Change the address' }).click();
  await email.getByText(/Check the mail at/).waitFor();
  expect((await user.rpc.accounts.me.query()).email).toBe('moving@example.com');
  const warning = await mailbox.next('moving@example.com', /about to change/);
  expect(warning.text).toContain('moved@example.com');
  const { text = '' } = await mailbox.next('moved@example.com', /Confirm your new e-mail address/);
  const [link = ''] = /https?:\/\/\S+#token=\S+/.exec(text) ?? [];
  expect(link).toContain(`${site.origin}/`);
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'Use this e-mail address?' }).waitFor();
  expect((await user.rpc.accounts.me.query()).email).toBe('moving@example.com');
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your new address is in use' }).waitFor();
  expect(await user.rpc.accounts.me.query()).toMatchObject({
    email: 'moved@example.com',
    emailVerified: true,
  });
  expect((await mailbox.next('moving@example.com', /was changed/)).text).toContain('moved@example.com');
  expect(await logIn('moved@example.com', password)).toMatchObject({ username: 'moving' });
  await page.goto('/settings/security');
  await email.getByText('moved@example.com').waitFor();
  await email.getByText('Confirmed', { exact: true }).waitFor();
  await page.goto(link);
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByRole('link', { name: 'Go to the settings' }).waitFor();
  await page.context().close();
});

test('what happened to the account is said in words', async () => {
  const user = await site.app.user('watched');
  await expect(logIn('watched', 'not the password')).rejects.toThrow();
  const page = await site.open('/settings/activity', { as: user });
  const entries = page.getByRole('list', { name: 'Activity' }).getByRole('listitem');
  await entries.first().waitFor();
  expect(await entries.first().textContent()).toMatch(/^Sign-in failed with a password/);
  expect(await entries.last().textContent()).toMatch(/^Account created/);
  await page.context().close();
});

test('why a service was not connected is said, and a server without any says so', async () => {
  const user = await site.app.user('alone');
  const page = await site.open('/settings/connections#refused=connected_elsewhere', { as: user });
  await page.getByRole('alert').getByText('already signs in to another account').waitFor();
  await page.getByRole('heading', { name: 'There is nothing to connect' }).waitFor();
  await page.context().close();
});

test('everything that is kept is downloaded, after a proof of who one is', async () => {
  const user = await site.app.user('exported');
  await ageSession(user);
  const page = await site.open('/settings/data', { as: user });
  await page.getByRole('button', { name: 'Download my data' }).click();
  await page.getByRole('alertdialog').getByRole('textbox', { name: 'Password' }).fill(password);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Go on' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('portico-exported.json');
  const chunks = await Array.fromAsync(await download.createReadStream());
  expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ account: { username: 'exported' } });
  await page.context().close();
});

test('an account is deleted after a question that can be refused and a proof of who one is, and signs out', async () => {
  const user = await site.app.user('leaver');
  await ageSession(user);
  const page = await site.open('/settings/data', { as: user });
  const begin = page.getByRole('button', { name: 'Delete my account' });
  await begin.click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete your account?' });
  await dialog.getByText('In 14 days').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => begin.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await user.rpc.accounts.me.query()).toMatchObject({ username: 'leaver' });
  await begin.click();
  await dialog.getByRole('button', { name: 'Delete my account' }).click();
  const proof = page.getByRole('alertdialog', { name: 'Is it still you?' });
  await proof.getByRole('textbox', { name: 'Password' }).fill(password);
  await proof.getByRole('button', { name: 'Go on' }).click();
  await page.getByText(/Your account will be deleted on/).waitFor();
  await page.getByRole('link', { name: 'Log in' }).waitFor();
  await expect(user.rpc.accounts.me.query()).rejects.toThrow();
  await expect(logIn('leaver', password)).rejects.toThrow();
  await page.context().close();
});
