import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openSite, type Site } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints().filter((complaint) => !complaint.includes('ERR_'))).toEqual([]);
});

async function published() {
  const author = await site.app.user();
  const post = await author.rpc.posts.create.mutate({ title: 'Talk', body: 'Text', status: 'published' });
  return { author, path: `/posts/${post.slug}`, post };
}

test('a comment appears in every open browser, and goes from all of them', async () => {
  const { author, path } = await published();
  const reader = await site.app.user('reader');
  const [writing, watching] = await Promise.all([
    site.open(path, { as: reader }),
    site.open(path, { as: author }),
  ]);
  await watching.getByText('No comments yet').waitFor();
  await writing.getByLabel('Your comment').fill('Well said.\nIndeed.');
  await writing.getByRole('button', { name: 'Comment', exact: true }).click();
  await writing.getByRole('list', { name: 'Comments' }).getByText('Well said.').waitFor();
  expect(await writing.getByLabel('Your comment').inputValue()).toBe('');

  await watching.getByRole('list', { name: 'Comments' }).getByText('Well said.').waitFor();
  await watching.getByText('New comment by reader').waitFor({ state: 'attached' });
  await watching.getByRole('button', { name: 'Delete the comment by reader' }).click();
  await watching.getByRole('button', { name: 'Delete the comment', exact: true }).click();
  await watching.getByText('No comments yet').waitFor();
  await writing.getByText('No comments yet').waitFor();
});

test('what was said while the connection was away is there when it is back', async () => {
  const { author, path, post } = await published();
  const page = await site.open(path);
  await page.getByText('No comments yet').waitFor();
  await site.cable.cut();
  await author.rpc.comments.create.mutate({ postId: post.id, body: 'Meanwhile' });
  await site.cable.mend();
  await page.getByRole('list', { name: 'Comments' }).getByText('Meanwhile').waitFor();
});

test('a visitor is led to the login and back; a failure keeps what was typed', async () => {
  const { author, path } = await published();
  const visitor = await site.open(path);
  await visitor.getByText('Log in to join the conversation.').waitFor();

  const page = await site.open(path, { as: author });
  // What the page loads when it is idle must not be on its way when the connection goes.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('account-menu')),
  );
  await page.getByLabel('Your comment').fill('Kept');
  await site.cable.cut();
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page
    .getByRole('alert')
    .getByText(/could not be reached/)
    .waitFor();
  expect(await page.getByLabel('Your comment').inputValue()).toBe('Kept');
  await site.cable.mend();
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('list', { name: 'Comments' }).getByText('Kept').waitFor();
});

test('a comment whose answer was lost on the way is there once, however often the button is pressed', async () => {
  const { path, post } = await published();
  const reader = await site.app.user('unlucky');
  const page = await site.open(path, { as: reader });
  await page.getByLabel('Your comment').fill('Only once');
  await page.route('**/rpc/comments.create*', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('alert').getByText('The server could not be reached').waitFor();
  await page.unroute('**/rpc/comments.create*');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
  const { items } = await reader.rpc.comments.list.query({ postId: post.id });
  expect(items.filter(({ body }) => body === 'Only once')).toHaveLength(1);
});
