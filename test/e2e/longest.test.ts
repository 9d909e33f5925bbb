import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openSite, type Site } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

test('the longest words that anybody may enter fit the narrowest phone', async () => {
  const admin = await site.app.admin();
  const author = await site.app.user('w'.repeat(30));
  const { id } = await author.rpc.accounts.me.query();
  await author.rpc.accounts.update.mutate({ id, name: 'W'.repeat(60), bio: 'w'.repeat(500) });
  const { slug, id: postId } = await author.rpc.posts.create.mutate({
    title: 'W'.repeat(160),
    body: `# ${'W'.repeat(99)}\n\n${'w'.repeat(400)}\n\n- ${'w'.repeat(99)}\n\n\`${'w'.repeat(99)}\``,
    tags: ['w'.repeat(30)],
    status: 'published',
  });
  await author.rpc.comments.create.mutate({ postId, body: 'w'.repeat(400) });
  const product = await admin.rpc.products.create.mutate({
    name: 'W'.repeat(120),
    description: 'w'.repeat(400),
    price: { amount: 1_000_000_000, currency: 'CHF' },
    stock: 3,
  });
  const paths = ['/', '/posts', `/posts/${slug}`, `/authors/${'w'.repeat(30)}`, `/products/${product.id}`];
  const own = ['/me/posts', `/me/posts/${postId}`, '/settings', '/settings/security'];
  const page = await site.open('/', { as: author, viewport: { width: 320, height: 640 } });
  for (const path of [...paths, ...own]) {
    await page.goto(path);
    await page.getByText(/w{20}/i).first().waitFor({ state: 'attached' });
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect([path, content]).toEqual([path, window]);
  }
});
