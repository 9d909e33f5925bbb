import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { password } from '../support/app.ts';
import { openSite, type Site } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await site.app.user('taken');
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(async () => {
  await site.cable.mend();
  const unexpected = site
    .complaints()
    .filter(
      (complaint) =>
        !/status of 4(?:01|09|22)|ERR_CONNECTION|ERR_INTERNET|dynamically imported/.test(complaint),
    );
  expect(unexpected).toEqual([]);
});

test('wrong input is said beside its field and in a summary, and stays as it was typed', async () => {
  const page = await site.open('/register');
  await page.getByLabel('Username').fill('no good');
  await page.getByLabel('E-mail').fill('not an address');
  await page.getByRole('textbox', { name: 'Password' }).fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Please check what you entered' });
  await summary.waitFor();
  expect(await summary.getByRole('link').count()).toBe(3);
  for (const name of ['Username', 'E-mail', 'Password']) {
    const field = page.getByRole('textbox', { name });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    const texts = await Promise.all(
      described.split(' ').map((id) => page.locator(`[id="${id}"]`).textContent()),
    );
    expect(texts.join(' ')).toMatch(/\w{3,}/);
  }
  expect(await page.getByLabel('Username').inputValue()).toBe('no good');
  await summary.getByRole('link').nth(1).click();
  expect(await page.getByLabel('E-mail').evaluate((field) => field === document.activeElement)).toBe(true);
});

test('what the server refuses is said beside the same field', async () => {
  const page = await site.open('/register');
  await page.getByLabel('Username').fill('Taken');
  await page.getByLabel('E-mail').fill('fresh@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect.poll(() => page.getByLabel('Username').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByText(/username is taken/i).count()).toBeGreaterThan(0);
  expect(await page.getByLabel('E-mail').inputValue()).toBe('fresh@example.com');
  await page.getByLabel('Username').fill('not-taken');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('Welcome, not-taken.').waitFor();
});

test('a wrong password is said without saying which part is wrong', async () => {
  const page = await site.open('/login');
  await page.getByLabel('Username or e-mail').fill('taken');
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByText('The name or the password is wrong.').waitFor();
  expect(await page.getByLabel('Username or e-mail').inputValue()).toBe('taken');
});

test('a page for members asks to log in and then goes on', async () => {
  const page = await site.open('/write');
  await page.waitForURL(/\/login/);
  await page.getByLabel('Username or e-mail').fill('taken');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(/\/write$/);
});

test('what was typed outlives a reload', async () => {
  const author = await site.app.user('writer');
  const page = await site.open('/write', { as: author });
  await page.getByLabel('Title').fill('Unsaved');
  await page.getByRole('textbox', { name: 'Text' }).fill('Still here?');
  await page.getByText('Kept in this browser while you write').waitFor();
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Still here?');
  await page.reload();
  await expect.poll(() => page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Still here?');
  expect(await page.getByLabel('Title').inputValue()).toBe('Unsaved');
});

test('a profile that was typed and not saved says so, and is let go', async () => {
  const page = await site.open('/settings', { as: await site.app.user('undecided') });
  await page.getByLabel('Display name').fill('Never saved');
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Never saved');
  await page.reload();
  await page.getByText('Here are your unsaved changes').waitFor();
  await page.getByRole('button', { name: 'Discard them' }).click();
  expect(await page.getByLabel('Display name').inputValue()).toBe('undecided');
});

test('with the server down nothing typed is lost, a banner says so, and goes when it is back', async () => {
  const author = await site.app.user('patient');
  const page = await site.open('/write', { as: author });
  await page.getByLabel('Title').fill('Through the storm');
  await page.getByRole('textbox', { name: 'Text' }).fill('Kept.');
  await site.cable.cut();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: /could not be reached/i })
    .first()
    .waitFor();
  expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Kept.');
  await page.getByText(/server cannot be reached/i).waitFor();
  await site.cable.mend();
  await page.getByText(/server cannot be reached/i).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/posts\/through-the-storm/);
  expect((await author.rpc.posts.mine.query({})).items).toHaveLength(1);
});

test('a part of the page that cannot be loaded comes later, and the page stays', async () => {
  const page = await site.open('/write', { as: await site.app.user('early') });
  let refused = 0;
  await page.route('**/account-menu*', (route) => {
    refused += 1;
    return refused === 1 ? route.abort('connectionrefused') : route.continue();
  });
  await page.reload();
  await page.getByLabel('Title').fill('Undisturbed');
  await page.getByRole('button', { name: /account of early/i }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).waitFor();
  expect(refused).toBe(2);
  expect(await page.getByLabel('Title').inputValue()).toBe('Undisturbed');
});

test('a page that was never loaded waits for the connection, and the site around it stays', async () => {
  const page = await site.open('/posts');
  await page.getByRole('heading', { level: 1, name: 'Posts' }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.getByRole('banner').getByRole('link', { name: 'Products' }).click();
  await page.getByText('Loading the page').waitFor({ state: 'attached' });
  await page.getByText('You are offline').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { level: 1, name: 'Products' }).waitFor();
});

test('after a deployment, whose parts have other names, the site is loaded anew', async () => {
  const page = await site.open('/posts', { as: await site.app.user('outdated') });
  await page.getByRole('button', { name: /account of outdated/i }).waitFor();
  // An interception that ends by itself may lose the request that is under way in that moment.
  const answerOnce = (url: string, answer: { status?: number; body: string }) => {
    let isAnswered = false;
    return page.route(url, (route) => {
      if (isAnswered) return route.continue();
      isAnswered = true;
      return route.fulfill(answer);
    });
  };
  const gone = { status: 404, body: 'There is nothing here' };
  await answerOnce('**/assets/products-page*', gone);
  await page.getByRole('banner').getByRole('link', { name: 'Products' }).click();
  await page.getByRole('heading', { level: 1, name: 'Products' }).waitFor();
  await answerOnce('**/assets/account-menu*', gone);
  await answerOnce(`${site.origin}/`, { body: '<script src="/assets/next.js">' });
  await page.reload();
  await page.getByRole('button', { name: /account of outdated/i }).waitFor();
  expect(site.complaints().filter((complaint) => !complaint.includes('status of 404'))).toEqual([]);
});

test('offline is said as such, and what was loaded stays readable', async () => {
  const page = await site.open('/posts');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.context().setOffline(true);
  await page.getByText('You are offline').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.context().setOffline(false);
  await page.getByText('You are offline').waitFor({ state: 'detached' });
});
