import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { password } from '../support/app.ts';
import { picture } from '../support/picture.ts';
import { openSite, type Site, toUpload } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

test('somebody registers, writes a post with a cover, and everyone sees it', async () => {
  const page = await site.open('/');
  await page
    .getByRole('link', { name: /sign up/i })
    .first()
    .click();
  await page.getByLabel('Username').fill('ada');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('Welcome, ada.').waitFor();

  await page.getByRole('button', { name: /account of ada/i }).click();
  await page.getByRole('menuitem', { name: 'Write a post' }).click();
  await page.getByLabel('Title').fill('On thresholds');
  const text =
    '# A step\n\nBetween **in** and *out*.\n\n<script>window.ran = true</script><img src=x onerror="window.ran = true">';
  await page.getByRole('textbox', { name: 'Text' }).fill(text);
  await page.getByLabel(/tags/i).fill('doors, stone');
  const cover = await picture({ width: 800, height: 450, name: 'threshold.png' });
  await page.getByLabel('Choose a picture').setInputFiles(await toUpload(cover));
  await page.getByLabel('What does it show?').fill('A stone step');
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.getByRole('img', { name: 'A stone step' }).waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/posts\/on-thresholds/);
  await page.getByRole('heading', { level: 1, name: 'On thresholds' }).waitFor();

  const visitor = await site.open('/');
  await visitor.getByRole('link', { name: 'On thresholds' }).first().click();
  await visitor.getByRole('heading', { level: 1, name: 'On thresholds' }).waitFor();
  await visitor.locator('article strong', { hasText: 'in' }).waitFor();
  expect(await visitor.evaluate(() => 'ran' in window)).toBe(false);
  const shown = visitor.getByRole('img', { name: 'A stone step' }).first();
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await visitor.title()).toContain('On thresholds');
});

test('a draft is seen by its author alone until it is published', async () => {
  const author = await site.app.user('grace');
  const page = await site.open('/write', { as: author });
  await page.getByLabel('Title').fill('Half a thought');
  await page.getByRole('textbox', { name: 'Text' }).fill('Not ready.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Your draft is saved.').waitFor();

  const visitor = await site.open('/posts');
  await visitor.getByRole('heading', { level: 1 }).waitFor();
  await visitor.getByRole('link', { name: 'On thresholds' }).first().waitFor();
  expect(await visitor.getByText('Half a thought').count()).toBe(0);

  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Your changes are published.').waitFor();
  await visitor.reload();
  await visitor.getByRole('link', { name: 'Half a thought' }).first().waitFor();
});

test('a post is found by its words and by its tag', async () => {
  const page = await site.open('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('thresholds');
  await page.keyboard.press('Enter');
  await page.waitForURL(/[?&]q=thresholds/);
  await page.getByRole('link', { name: 'On thresholds' }).first().waitFor();
  await page.goto('/posts?tag=stone');
  await page.getByRole('link', { name: 'On thresholds' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Half a thought' }).count()).toBe(0);
});

test('its author deletes a post, and it is gone', async () => {
  const author = await site.app.user('mary');
  const { slug } = await author.rpc.posts.create.mutate({
    title: 'A mistake',
    body: '',
    status: 'published',
  });
  const page = await site.open('/me/posts', { as: author });
  await page.getByRole('button', { name: 'Delete A mistake' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^delete/i })
    .click();
  await page.getByText('Nothing here yet').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  const answer = await site.app.visitor().rest('GET', `/posts/by-slug/${slug}`);
  expect(answer.status).toBe(404);
});

test('what runs from right to left does so, and a footnote is read where it stands', async () => {
  const author = await site.app.user('omar');
  const body = 'هذا نص عربي.[^1]\n\n- عنصر\n\n[^1]: المصدر';
  const { slug } = await author.rpc.posts.create.mutate({ title: 'عتبة', body, status: 'published' });
  const page = await site.open(`/posts/${slug}`);
  const directionOf = (text: string) =>
    page
      .getByText(text)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await directionOf('عتبة')).toBe('rtl');
  expect(await directionOf('هذا نص')).toBe('rtl');
  expect(await directionOf('عنصر')).toBe('rtl');
  await page.getByRole('note').getByText('المصدر').waitFor();
  expect(await page.locator('sup').allTextContents()).toEqual(['1', '1']);
});

test('tags that cannot be are said in words before anything is sent', async () => {
  const page = await site.open('/write', { as: await site.app.user('tagger') });
  await page.getByLabel('Title').fill('Tagged');
  await page.getByLabel(/tags/i).fill('fine, C++');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Use letters and digits in tags; “c++” has others').first().waitFor();
  await page.getByLabel(/tags/i).fill('Fine, C plus plus');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/posts\/tagged/);
});

test('on paper there is the text alone, dark on white in every theme', async () => {
  const page = await site.open('/posts/on-thresholds');
  await page.getByRole('heading', { level: 1, name: 'On thresholds' }).waitFor();
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  const lightness = () =>
    page.evaluate(() => {
      const numbers = getComputedStyle(document.body).color.match(/\d+/g) ?? [];
      return Math.max(...numbers.map(Number));
    });
  expect(await lightness()).toBeGreaterThan(200);
  await page.emulateMedia({ media: 'print' });
  expect(await lightness()).toBeLessThan(80);
  expect(await page.getByRole('banner').count()).toBe(0);
  expect(await page.getByText('Between').isVisible()).toBe(true);
});
