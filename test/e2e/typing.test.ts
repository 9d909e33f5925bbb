import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { picture } from '../support/picture.ts';
import { openSite, type Site, toUpload } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(async () => {
  site.cable.hold(false);
  await site.cable.mend();
  expect(site.complaints().filter((complaint) => !complaint.includes('ERR_CONNECTION'))).toEqual([]);
});

test('what is typed while a picture goes up is there when it has arrived', async () => {
  const page = await site.open('/write', { as: await site.app.user('uploader') });
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.fill('Before.');
  const file = await toUpload(await picture());
  site.cable.hold(true);
  await page.getByLabel('Choose a picture').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByRole('progressbar').waitFor();
  await text.fill('Before, and meanwhile.');
  site.cable.hold(false);
  await page.getByRole('button', { name: 'Remove' }).waitFor();
  expect(await text.inputValue()).toBe('Before, and meanwhile.');
});

test('what is typed while a text is saved stays, is kept, and is saved next', async () => {
  const author = await site.app.user('fast-writer');
  const { id } = await author.rpc.posts.create.mutate({ title: 'Fast', body: '', status: 'draft' });
  const page = await site.open(`/me/posts/${id}`, { as: author });
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.fill('Sent.');
  site.cable.hold(true);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await text.fill('Sent. And more.');
  site.cable.hold(false);
  await page.getByText('Your draft is saved.').waitFor();
  expect(await author.rpc.posts.get.query({ id })).toMatchObject({ body: 'Sent.', version: 2 });
  expect(await text.inputValue()).toBe('Sent. And more.');
  await page.reload();
  await page.getByText('Here are your unsaved changes').waitFor();
  expect(await text.inputValue()).toBe('Sent. And more.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Your draft is saved.').waitFor();
  expect(await author.rpc.posts.get.query({ id })).toMatchObject({ body: 'Sent. And more.', version: 3 });
});

test('what is typed while a new draft is saved goes on in its own form', async () => {
  const page = await site.open('/write', { as: await site.app.user('first-writer') });
  const text = page.getByRole('textbox', { name: 'Text' });
  await page.getByLabel('Title').fill('New');
  await text.fill('Sent.');
  site.cable.hold(true);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await text.fill('Sent. And more.');
  site.cable.hold(false);
  await page.waitForURL(/\/me\/posts\/./);
  await page.getByRole('heading', { name: 'Edit your draft' }).waitFor();
  expect(await text.inputValue()).toBe('Sent. And more.');
  await page.goto('/write');
  expect(await page.getByLabel('Title').inputValue()).toBe('');
});

test('a post whose answer was lost on the way is published once, however often the button is pressed', async () => {
  const author = await site.app.user('unlucky');
  const page = await site.open('/write', { as: author });
  await page.getByLabel('Title').fill('Once only');
  await page.route('**/rpc/posts.create*', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('alert').getByText('The server could not be reached').waitFor();
  await page.unroute('**/rpc/posts.create*');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/posts\/once-only/);
  expect((await author.rpc.posts.mine.query({})).items).toHaveLength(1);
});

test('saving a profile leaves alone what was changed elsewhere meanwhile', async () => {
  const user = await site.app.user('two-places');
  const page = await site.open('/settings', { as: user });
  await page.getByLabel('Display name').fill('Two Places');
  const { id } = await user.rpc.accounts.me.query();
  await user.rpc.accounts.update.mutate({ id, bio: 'Written elsewhere.' });
  // Once the connection is back the site asks anew, also for the account.
  await page.context().setOffline(true);
  await page.getByText('You are offline').waitFor();
  const asked = page.waitForResponse(/accounts\.session/);
  await page.context().setOffline(false);
  await asked;
  await page.getByRole('button', { name: 'Save profile' }).click();
  await page.getByText('Your profile is saved.').waitFor();
  const saved = await user.rpc.accounts.me.query();
  expect(saved).toMatchObject({ name: 'Two Places', bio: 'Written elsewhere.' });
});

test('editing begins with what a product is now, not with what was looked at before', async () => {
  const admin = await site.app.admin();
  const price = { amount: 100, currency: 'EUR' as const };
  const { id, version } = await admin.rpc.products.create.mutate({ name: 'Lamp', price, stock: 3 });
  const page = await site.open(`/products/${id}`, { as: admin });
  const edit = page.getByRole('link', { name: 'Edit this product' });
  await edit.waitFor();
  await admin.rpc.products.update.mutate({ id, version, stock: 55 });
  await edit.click();
  expect(await page.getByLabel('Pieces in stock').inputValue()).toBe('55');
});

test('a page that is left before it has loaded is no sign of a lost server', async () => {
  const author = await site.app.user('left');
  await author.rpc.posts.create.mutate({ title: 'Slow to come', body: '', status: 'published' });
  const page = await site.open('/posts');
  const link = page.getByRole('link', { name: 'Slow to come' });
  await link.waitFor();
  site.cable.hold(true);
  await link.click();
  await page.waitForURL(/\/posts\/slow/);
  await page.goBack();
  await link.waitFor();
  expect(await page.getByText(/server cannot be reached/i).count()).toBe(0);
});
