/** Every page that search engines should know. @see https://www.sitemaps.org/protocol.html */
import type { Db } from '../db/connect.ts';
import { listPostAddresses } from '../features/posts/post-addresses.ts';
import { listProductAddresses } from '../features/products/product-addresses.ts';

/** Half of what a sitemap may hold: one half for posts, one for products. */
const maxEach = 24_000;

/** @param origin public origin: a sitemap holds absolute addresses */
export async function sitemap(db: Db, origin: string): Promise<string> {
  const [posts, products] = await Promise.all([
    listPostAddresses(db, maxEach),
    listProductAddresses(db, maxEach),
  ]);
  const addresses = [
    ...['/', '/posts', '/products'].map((path) => address(origin + path)),
    ...posts.map(({ slug, updatedAt }) => address(`${origin}/posts/${encodeURIComponent(slug)}`, updatedAt)),
    ...products.map(({ id, updatedAt }) => address(`${origin}/products/${id}`, updatedAt)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.join('\n')}
</urlset>
`;
}

function address(location: string, changed?: Date): string {
  return `  <url><loc>${location}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}</url>`;
}
