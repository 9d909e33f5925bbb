import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { password } from '../support/app.ts';
import { openSite, type Site } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite({ filled: true });
});
afterAll(() => site[Symbol.asyncDispose]());
afterEach(() => {
  expect(site.complaints()).toEqual([]);
});

test('an administrator logs in and deletes a product, and nobody finds it any more', async () => {
  const visitor = await site.open('/products');
  const [product] = (await site.app.visitor().rpc.products.list.query({})).items;
  const { id = '', name = '' } = product ?? {};
  await visitor.getByRole('link', { name }).first().waitFor();

  const page = await site.open('/login');
  await page.getByLabel('Username or e-mail').fill('admin');
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: /account of admin/i }).click();
  await page.getByRole('menuitem', { name: 'Manage products' }).click();
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await page.getByRole('button', { name: 'Delete the product' }).click();
  await page.getByText('The product is deleted.').waitFor();
  await expect.poll(() => page.getByRole('button', { name: `Delete ${name}` }).count()).toBe(0);

  await visitor.reload();
  await visitor.getByRole('list').first().waitFor();
  await expect.poll(() => visitor.getByRole('link', { name, exact: true }).count()).toBe(0);
  expect((await site.app.visitor().rest('GET', `/products/${id}`)).status).toBe(404);
});

test('an administrator adds a product and edits its price', async () => {
  const admin = await site.app.admin();
  const page = await site.open('/admin/products/new', { as: admin });
  await page.getByLabel('Name').fill('Brass hinge');
  await page.getByLabel(/price/i).first().fill('12.50');
  await page.getByLabel(/stock/i).fill('7');
  await page
    .getByRole('button', { name: /save|add/i })
    .last()
    .click();
  await expect
    .poll(async () => (await admin.rpc.products.list.query({ q: 'brass hinge' })).items[0])
    .toMatchObject({ name: 'Brass hinge', price: { amount: 1250 }, stock: 7 });
});

test('administration is not shown to users, nor to nobody', async () => {
  const user = await site.app.user('plain');
  for (const options of [{ as: user }, {}]) {
    const page = await site.open('/admin/products', options);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: /^Delete/ }).count()).toBe(0);
    await page.context().close();
  }
});

test('a list shows more on request, the address says how much, and a reload brings it back', async () => {
  const page = await site.open('/posts');
  const posts = page
    .getByRole('list', { name: 'Posts' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') });
  await expect.poll(() => posts.count()).toBeGreaterThan(0);
  const shown = await posts.count();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => posts.count()).toBe(2 * shown);
  expect(new URL(page.url()).search).toBe('?pages=2');
  await page.reload();
  await expect.poll(() => posts.count()).toBe(2 * shown);

  // Both pages are still in the cache when the reader comes back by a link, and more is one click away.
  await page.getByRole('link', { name: 'Products' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Products' }).waitFor();
  await page.getByRole('link', { name: 'Posts' }).first().click();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => posts.count()).toBeGreaterThan(2 * shown);
});

test('words in the search of products are in the address', async () => {
  const page = await site.open('/products');
  await page.getByRole('searchbox', { name: 'Search products' }).fill('lamp');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?q=lamp');
});

test('what an address says that cannot be read counts as not said', async () => {
  const page = await site.open('/', { as: await site.app.admin() });
  const unreadable = {
    '/products?inStock=maybe&pages=none': 'Products',
    '/posts?q=%7B%22a%22%3A1%7D': 'Posts',
    '/me/posts?status=lost': 'My posts',
    '/admin/users?role=owner&standing=no': 'Manage users',
  };
  for (const [address, title] of Object.entries(unreadable)) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await page.getByRole('main').getByRole('list').or(page.getByText('Nothing here yet')).first().waitFor();
    expect(await page.getByText('This could not be loaded').count()).toBe(0);
  }
});
