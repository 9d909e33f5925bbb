import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { password } from '../support/app.ts';
import { totpCode, withinStep } from '../support/authenticator.ts';
import { createMailbox, type Mailbox } from '../support/mailbox.ts';
import { openSite, type Site } from '../support/site.ts';
import type { UserAgent } from '../support/user-agent.ts';

vi.setConfig({ testTimeout: 60_000 });

const newPassword = 'four unrelated quiet words';

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
  expect(site.complaints().filter((complaint) => !/status of 4(?:00|01|03|22)/.test(complaint))).toEqual([]);
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const signedIn = (page: Page, name: string) =>
  page.getByRole('button', { name: `Account of ${name}` }).waitFor();
const isFocused = (page: Page, label: string) =>
  expect
    .poll(() => page.getByLabel(label, { exact: true }).evaluate((field) => field === document.activeElement))
    .toBe(true);

async function logIn(page: Page, username: string, secret = password): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(secret);
  await button(page, 'Log in').click();
}

/** The link of a mail, as a person clicks it. */
async function mailedLink(to: string, subject: RegExp): Promise<string> {
  const { text = '' } = await mailbox.next(to, subject);
  const [link = ''] = /https?:\/\/\S+#token=\S+/.exec(text) ?? [];
  expect(link).toContain(`${site.origin}/`);
  return link;
}

/** A user with an authenticator, whose present code is still good. */
async function guarded(username: string) {
  const agent = await site.app.user(username);
  const { secret } = await agent.rpc.factors.beginTotp.mutate();
  await withinStep();
  const { recoveryCodes } = await agent.rpc.factors.confirmTotp.mutate({ code: totpCode(secret, -1) });
  return { agent, secret, recoveryCodes };
}

const isVerified = async (agent: UserAgent) => (await agent.rpc.accounts.me.query()).emailVerified;

describe('confirming an address', () => {
  test('a newcomer is told of the mail, opens its link in another tab, and is reminded no more', async () => {
    const page = await site.open('/register');
    await page.getByLabel('Username').fill('newcomer');
    await page.getByLabel('E-mail').fill('newcomer@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await button(page, 'Create account').click();
    await page.getByText('Welcome, newcomer.').waitFor();
    const notice = page.getByRole('complementary', { name: 'Your e-mail address' });
    await notice.getByText('newcomer@example.com').waitFor();

    const other = await page.context().newPage();
    await other.goto(await mailedLink('newcomer@example.com', /Confirm your e-mail/));
    await button(other, 'Confirm the address').click();
    await heading(other, 'Your address is confirmed');
    await other.getByRole('link', { name: 'Go on' }).click();
    await signedIn(other, 'newcomer');
    await other.getByRole('link', { name: 'Go on' }).waitFor({ state: 'detached' });
    expect(await other.getByRole('complementary', { name: 'Your e-mail address' }).count()).toBe(0);
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    await notice.waitFor({ state: 'detached' });
  });

  test('the reminder mails another link, and can be put away', async () => {
    const agent = await site.app.user('reminded');
    await mailbox.next('reminded@example.com', /Confirm your e-mail/);
    const page = await site.open('/posts', { as: agent });
    const notice = page.getByRole('complementary', { name: 'Your e-mail address' });
    await notice.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('A new link is on its way to reminded@example.com.').waitFor();
    await notice.getByRole('button', { name: 'Not now' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.reload();
    await signedIn(page, 'reminded');
    expect(await notice.count()).toBe(0);
    await page.goto(await mailedLink('reminded@example.com', /Confirm your e-mail/));
    await button(page, 'Confirm the address').waitFor();
    // Opening the link alone, as programs that check mail do, confirms nothing.
    expect(await isVerified(agent)).toBe(false);
    await button(page, 'Confirm the address').click();
    await heading(page, 'Your address is confirmed');
    expect(await isVerified(agent)).toBe(true);
    await page.reload();
    await button(page, 'Confirm the address').click();
    await heading(page, 'This link does not work any more');
    await page.getByText('your address is confirmed').waitFor();
  });

  test('a new address is in use once its link was opened', async () => {
    const agent = await site.app.user('moving');
    await agent.rpc.accounts.changeEmail.mutate({ email: 'moved@example.com' });
    const page = await site.open('/', { as: agent });
    await page.goto(await mailedLink('moved@example.com', /new e-mail/));
    await button(page, 'Use this address').click();
    await heading(page, 'Your new address is in use');
    expect((await agent.rpc.accounts.me.query()).email).toBe('moved@example.com');
  });
});

describe('a second step at the login', () => {
  test('asks for a code in the same place, says when it is wrong, and goes on where one was', async () => {
    const { secret } = await guarded('careful');
    const page = await site.open('/login?from=%2Fposts%3Fq%3Dgarden');
    await logIn(page, 'careful');
    await heading(page, 'One more step');
    await isFocused(page, 'Code');
    const code = page.getByLabel('Code', { exact: true });
    expect(await code.getAttribute('autocomplete')).toBe('one-time-code');
    expect(await code.getAttribute('inputmode')).toBe('numeric');
    await button(page, 'Log in').click();
    await page.getByText('Enter the code').first().waitFor();
    await code.fill('000000');
    await button(page, 'Log in').click();
    await page
      .getByText(/code is wrong, too old/)
      .first()
      .waitFor();
    await isFocused(page, 'Code');
    expect(await code.inputValue()).toBe('000000');
    await code.fill(totpCode(secret));
    await button(page, 'Log in').click();
    await page.waitForURL(/\/posts\?q=garden$/);
    await signedIn(page, 'careful');
  });

  test('takes a recovery code, and lets one go back to another account', async () => {
    const { recoveryCodes } = await guarded('forgetful');
    const page = await site.open('/login');
    await logIn(page, 'forgetful');
    await button(page, 'Use another account').click();
    expect(await page.getByLabel('Username or e-mail').inputValue()).toBe('forgetful');
    await button(page, 'Log in').click();
    await button(page, 'Use a recovery code').click();
    const code = page.getByLabel('Recovery code');
    expect(await code.getAttribute('inputmode')).toBe('text');
    await code.fill(recoveryCodes[0] ?? '');
    await button(page, 'Log in').click();
    await signedIn(page, 'forgetful');
  });
});

describe('a forgotten password', () => {
  test('is replaced by a mailed link and a code, and logs every device out', async () => {
    const { agent, secret } = await guarded('absent');
    const page = await site.open('/login');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await heading(page, 'Forgot your password?');
    await page.getByLabel('E-mail').fill('absent@example.com');
    await button(page, 'Mail me the link').click();
    await heading(page, 'Check your mail');
    const link = await mailedLink('absent@example.com', /new password/);
    await page.goto(link);
    await page.getByRole('textbox', { name: 'New password' }).fill('password1');
    await button(page, 'Save the new password').click();
    await isFocused(page, 'Code');
    await page.getByLabel('Code', { exact: true }).fill(totpCode(secret));
    await button(page, 'Save the new password').click();
    const field = page.getByRole('textbox', { name: 'New password' });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await field.fill(newPassword);
    await button(page, 'Save the new password').click();
    await heading(page, 'Your password is changed');
    await expect(agent.rpc.accounts.me.query()).rejects.toThrow();
    await page.reload();
    await page.getByRole('textbox', { name: 'New password' }).fill(newPassword);
    await button(page, 'Save the new password').click();
    await heading(page, 'This link does not work any more');
    await page.getByRole('link', { name: 'Mail me a new link' }).click();
    await heading(page, 'Forgot your password?');
    await page.goto('/login');
    await logIn(page, 'absent', newPassword);
    await heading(page, 'One more step');
  });
});

describe('a link that logs in', () => {
  test('does so at the press of a button, once, after a code', async () => {
    const { secret } = await guarded('lazy');
    const page = await site.open('/login');
    await page.getByRole('link', { name: 'E-mail me a link' }).click();
    await heading(page, 'Log in by e-mail');
    await page.getByLabel('E-mail').fill('lazy@example.com');
    await button(page, 'Mail me a link').click();
    await heading(page, 'Check your mail');
    const link = await mailedLink('lazy@example.com', /Sign in|Log in|link/i);
    await page.goto(link);
    await button(page, 'Log in').click();
    await page.getByLabel('Code', { exact: true }).fill(totpCode(secret));
    await button(page, 'Log in').click();
    await signedIn(page, 'lazy');
    expect(new URL(page.url()).pathname).toBe('/');

    const late = await site.open(new URL(link).pathname + new URL(link).hash);
    await button(late, 'Log in').click();
    await heading(late, 'This link does not work any more');
    await late.getByRole('link', { name: 'Mail me a new link' }).click();
    await heading(late, 'Log in by e-mail');
    // A link that is pasted over another in the same tab counts.
    await late.evaluate(() => location.assign('#token=another.token'));
    await heading(late, 'Welcome back');
  });
});

test('an account that is about to be deleted is kept by its owner', async () => {
  const agent = await site.app.user('leaving');
  await agent.rpc.privacy.requestDeletion.mutate();
  const page = await site.open('/login');
  await logIn(page, 'leaving');
  await page.getByRole('link', { name: 'keep your account' }).click();
  await heading(page, 'Keep your account');
  await page.getByLabel('Username or e-mail').fill('leaving');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await button(page, 'Keep my account').click();
  await heading(page, 'Your account stays');
  await page.getByRole('link', { name: 'Log in' }).last().click();
  await logIn(page, 'leaving');
  await signedIn(page, 'leaving');
});

test('no address with a secret is handed on as the place to go back to', async () => {
  const page = await site.open('/reset-password#token=a.secret');
  await page.getByRole('banner').getByRole('link', { name: 'Log in' }).click();
  await page.waitForURL(/\/login/);
  expect(page.url()).not.toContain('secret');
});

test('password managers know the fields of every way in', async () => {
  const page = await site.open('/login');
  const expectFields = async (path: string, fields: Readonly<Record<string, string>>) => {
    await page.goto(path);
    for (const [label, expected] of Object.entries(fields)) {
      const field = page.getByRole('textbox', { name: label, exact: true });
      expect({ path, label, is: await field.getAttribute('autocomplete') }).toEqual({
        path,
        label,
        is: expected,
      });
    }
  };
  await expectFields('/login', { 'Username or e-mail': 'username', Password: 'current-password' });
  await expectFields('/register', { Username: 'username', 'E-mail': 'email', Password: 'new-password' });
  await expectFields('/forgot-password', { 'E-mail': 'email' });
  await expectFields('/reset-password#token=x', { 'New password': 'new-password' });
  await page.context().close();
});

test('the keyboard alone leads through a login with a second step', async () => {
  const { secret } = await guarded('keyboardist');
  const page = await site.open('/login');
  await page.getByLabel('Username or e-mail').focus();
  await page.keyboard.type('keyboardist');
  await page.keyboard.press('Tab');
  await isFocused(page, 'Password');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await isFocused(page, 'Code');
  await page.keyboard.type(totpCode(secret));
  await page.keyboard.press('Enter');
  await signedIn(page, 'keyboardist');
  await page.context().close();
});
