import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

let app: TestApp;
let slug: string;
let productId: string;
beforeAll(async () => {
  app = await testApp();
  const user = await app.user('ada');
  const post = await user.rpc.posts.create.mutate({
    title: '<b>Bridges</b> & "quotes"',
    body: 'How *bridges* stand.',
    tags: ['building'],
    status: 'published',
  });
  await user.rpc.posts.create.mutate({ title: 'A draft', body: '', status: 'draft' });
  slug = post.slug;
  const admin = await app.admin();
  const product = await admin.rpc.products.create.mutate({
    name: 'Brass hinge',
    description: 'Opens without a sound.',
    price: { amount: 1250, currency: 'EUR' },
    stock: 3,
  });
  productId = product.id;
});
afterAll(() => app[Symbol.asyncDispose]());

const get = (path: string, headers: Record<string, string> = {}) => app.visitor().fetch(path, { headers });

describe('a page of the site', () => {
  test.each(['/', '/posts', '/login', '/settings/security', '/authors/ada', '/Posts/'])(
    '%s is the site',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<div id="root"></div>');
    },
  );

  test('of a post says in its head what it is about, safely', async () => {
    const html = await (await get(`/posts/${slug}`)).text();
    expect(html).toContain('<title>&lt;b&gt;Bridges&lt;/b&gt; &amp; &quot;quotes&quot; · Portico</title>');
    expect(html).toContain('<meta name="description" content="How bridges stand.">');
    expect(html).toContain(`<link rel="canonical" href="http://localhost:3000/posts/${slug}">`);
    expect(html).toContain('<meta property="og:type" content="article">');
    expect(html.match(/<title>/g)).toHaveLength(1);
  });

  test('of a product says in its head what it is', async () => {
    const html = await (await get(`/products/${productId}`)).text();
    expect(html).toContain('<title>Brass hinge · Portico</title>');
    expect(html).toContain('<meta property="og:type" content="product">');
  });

  test('of an author says in its head who they are', async () => {
    const html = await (await get('/authors/ada')).text();
    expect(html).toContain('<title>ada · Portico</title>');
    expect(html).toContain('<meta property="og:type" content="profile">');
  });

  test.each([
    '/nothing',
    '/posts/no-such-post',
    '/posts/a/b',
    '/products/nothing',
    '/authors/nobody',
    '/settings/nothing',
    '/wp-login.php',
    '/.env',
    '/posts/..%2fpackage.json',
  ])('%s is not there, which the site says', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<div id="root"></div>');
  });

  test.each(['/api', '/rpc', '/assets/none.js', '/metrics', '/.well-known/security.txt'])(
    '%s is no page, which is said as a problem',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/);
    },
  );
});

describe('what machines read', () => {
  test('the feed has what is published, as well-formed text', async () => {
    const response = await get('/feed.xml');
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const xml = await response.text();
    expect(xml).toContain('<title>&lt;b&gt;Bridges&lt;/b&gt; &amp; &quot;quotes&quot;</title>');
    expect(xml).toContain(`<link>http://localhost:3000/posts/${slug}</link>`);
    expect(xml).toContain('<category>building</category>');
    expect(xml).not.toContain('A draft');
  });

  test('the sitemap has every page, and when it changed', async () => {
    const xml = await (await get('/sitemap.xml')).text();
    const locations = Array.from(xml.matchAll(/<loc>(.*?)<\/loc>/g), ([, location]) => location);
    expect(locations).toEqual(
      ['/', '/posts', '/products', `/posts/${slug}`, `/products/${productId}`].map(
        (path) => `http://localhost:3000${path}`,
      ),
    );
    expect(xml.match(/<lastmod>\d{4}-\d\d-\d\dT/g)).toHaveLength(2);
  });

  test('robots are told where it is, and what is not for them', async () => {
    const text = await (await get('/robots.txt')).text();
    expect(text).toContain('Sitemap: http://localhost:3000/sitemap.xml');
    expect(text).toContain('Disallow: /api/');
  });

  test('no character of a post breaks the feed for its readers', async () => {
    const writer = await app.user();
    const body = 'Bell\u0007, escape\u001b, nothing\uffff, 😀';
    await writer.rpc.posts.create.mutate({ title: 'Odd', body, status: 'published' });
    const xml = await (await get('/feed.xml')).text();
    expect(xml).toContain('<description>Bell, escape, nothing, 😀</description>');
  });
});
