import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openSite, type Site } from '../support/site.ts';
import type { UserAgent } from '../support/user-agent.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let author: UserAgent;
beforeAll(async () => {
  site = await openSite();
  author = await site.app.user('author');
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints().filter((complaint) => !complaint.includes('status of 412'))).toEqual([]);
});

/** Opens a post for editing, and changes it elsewhere while its author types. */
async function growApart(): Promise<{ page: Page; id: string }> {
  const { id } = await author.rpc.posts.create.mutate({
    title: 'Shared',
    body: 'First.',
    status: 'published',
  });
  const page = await site.open(`/me/posts/${id}`, { as: author });
  await page.getByRole('textbox', { name: 'Text' }).fill('Mine.');
  await author.rpc.posts.update.mutate({ id, body: 'Theirs.', version: 1 });
  await page.getByRole('button', { name: 'Save changes' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('There is a newer version of this post').waitFor();
  await dialog.getByText('Mine.').waitFor();
  await dialog.getByText('Theirs.').waitFor();
  return { page, id };
}

test('a newer version is shown beside one’s own, and one’s own can be saved over it', async () => {
  const { page, id } = await growApart();
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await page.getByText('Your changes are published.').waitFor();
  expect(await author.rpc.posts.get.query({ id })).toMatchObject({ body: 'Mine.', version: 3 });
});

test('the newer version can be taken, and one’s own comes back when it is wanted', async () => {
  const { page, id } = await growApart();
  await page.getByRole('button', { name: 'Go on with the newer one' }).click();
  const text = page.getByRole('textbox', { name: 'Text' });
  await expect.poll(() => text.inputValue()).toBe('Theirs.');
  await page.reload();
  await page.getByRole('button', { name: 'Bring mine back' }).click();
  await expect.poll(() => text.inputValue()).toBe('Mine.');
  expect(await author.rpc.posts.get.query({ id })).toMatchObject({ body: 'Theirs.', version: 2 });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Your changes are published.').waitFor();
  expect(await author.rpc.posts.get.query({ id })).toMatchObject({ body: 'Mine.', version: 3 });
});
