import { eq, sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sessions } from '../../server/src/features/accounts/accounts.table.ts';
import { password } from '../support/app.ts';
import { totpCode, withinStep } from '../support/authenticator.ts';
import { openSite, type Site } from '../support/site.ts';
import type { UserAgent } from '../support/user-agent.ts';

vi.setConfig({ testTimeout: 60_000 });

const newPassword = 'four unrelated quiet words';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints().filter((complaint) => !/status of 4(?:01|03|22)/.test(complaint))).toEqual([]);
});

/** The page for a new password, of a user who signed in long ago. */
async function openLate(user: UserAgent): Promise<Page> {
  const { id } = await user.rpc.accounts.me.query();
  const longAgo = { authenticatedAt: sql`now() - interval '1 hour'` };
  await site.app.db.update(sessions).set(longAgo).where(eq(sessions.userId, id));
  return site.open('/settings/security', { as: user });
}

async function choosePassword(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'New password' }).fill(newPassword);
  await page.getByRole('button', { name: 'Save the password' }).click();
}

const dialogOf = (page: Page) => page.getByRole('alertdialog', { name: 'Is it still you?' });
const logIn = (username: string, secret: string) =>
  site.app.visitor().rpc.accounts.login.mutate({ username, password: secret });

test('a wrong password is said, a code is asked for where the account has one, and then the change is made', async () => {
  const user = await site.app.user('proving');
  const { secret } = await user.rpc.factors.beginTotp.mutate();
  await withinStep();
  await user.rpc.factors.confirmTotp.mutate({ code: totpCode(secret, -1) });
  const page = await openLate(user);
  await choosePassword(page);
  const dialog = dialogOf(page);
  const field = dialog.getByRole('textbox', { name: 'Password' });
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('Type your password').first().waitFor();
  await field.fill('not the password');
  await page.keyboard.press('Enter');
  await dialog.getByText('This is not your password').first().waitFor();
  await field.fill(password);
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Code', { exact: true }).fill(totpCode(secret));
  await page.keyboard.press('Enter');
  await page.getByText('Your new password holds from now on.').waitFor();
  await dialog.waitFor({ state: 'detached' });
  await expect(logIn('proving', newPassword)).rejects.toMatchObject({
    data: { problem: { code: 'second_factor_required' } },
  });
});

test('whoever does not answer has changed nothing, and keeps what they typed', async () => {
  const user = await site.app.user('hesitant');
  const page = await openLate(user);
  await choosePassword(page);
  await dialogOf(page).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('This needs your password once more.').waitFor();
  expect(await page.getByRole('textbox', { name: 'New password' }).inputValue()).toBe(newPassword);
  expect(await logIn('hesitant', password)).toMatchObject({ username: 'hesitant' });
  await page.getByRole('button', { name: 'Save the password' }).click();
  await dialogOf(page).waitFor();
});

test('an account without a password is led to log in anew, and back', async () => {
  const user = await site.app.user('bare');
  const { id } = await user.rpc.accounts.me.query();
  const page = await openLate(user);
  await site.app.db.execute(sql`update users set password_hash = null where id = ${id}`);
  await choosePassword(page);
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('Your account has no password.').waitFor();
  await dialog.getByRole('button', { name: 'Log in anew' }).click();
  await page.waitForURL(/\/login\?from=%2Fsettings%2Fsecurity$/);
});
