import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { password } from '../support/app.ts';
import { createMailbox, type Mailbox } from '../support/mailbox.ts';
import { openSite, type Site } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let mailbox: Mailbox;
let strict: Site;
beforeAll(async () => {
  mailbox = await createMailbox();
  strict = await openSite({ env: () => ({ SMTP_URL: mailbox.url, REQUIRE_VERIFIED_EMAIL: 'true' }) });
});
afterAll(async () => {
  await strict[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});
afterEach(() => {
  expect(strict.complaints().filter((complaint) => !/status of 403/.test(complaint))).toEqual([]);
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

async function logIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await button(page, 'Log in').click();
}

test('a newcomer is led to their mail, and comes in once its link is opened', async () => {
  const page = await strict.open('/register');
  await page.getByLabel('Username').fill('patient');
  await page.getByLabel('E-mail').fill('patient@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await button(page, 'Create account').click();
  await heading(page, 'Check your mail');
  const open = async () => {
    const { text = '' } = await mailbox.next('patient@example.com', /Confirm your e-mail/);
    expect(text).toContain(`${strict.origin}/verify-email#token=`);
    await page.goto(/https?:\/\/\S+#token=\S+/.exec(text)?.[0] ?? '');
    await button(page, 'Confirm the address').click();
    await heading(page, 'Your address is confirmed');
    await page.getByRole('main').getByRole('link', { name: 'Log in' }).click();
  };
  await open();
  // An account from before addresses had to be confirmed is led to its mail at the login.
  await strict.app.db.execute(`update users set email_verified_at = null where username = 'patient'`);
  await logIn(page, 'patient');
  await heading(page, 'Confirm your e-mail address first');
  await open();
  await logIn(page, 'patient');
  await page.getByRole('button', { name: 'Account of patient' }).waitFor();
  await page.context().close();
});
