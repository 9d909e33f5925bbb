/** What the pages of posts and products say in their HTML before any script runs. */
import { validate as isUuid } from 'uuid';
import type { Db } from '../db/connect.ts';
import { fail, isFailure } from '../engine/errors/failure.ts';
import type { PageHead } from '../engine/http/page-head.ts';
import { readPostBySlug } from '../features/posts/posts.service.ts';
import { readProduct } from '../features/products/products.service.ts';

/** Reads the head of one page from the last part of its address; fails with `not_found` when it is not there. */
type ReadHead = (db: Db, key: string) => Promise<PageHead>;

/** Most characters of a description: what search engines show. */
const maxDescription = 200;

const pages: readonly (readonly [prefix: string, read: ReadHead])[] = [
  ['/posts/', postHead],
  ['/products/', productHead],
];

/** @returns null for pages that have the site's own head, `missing` when there is no such post or product */
export async function pageHead(db: Db, path: string): Promise<PageHead | 'missing' | null> {
  const [prefix, read] = pages.find(([start]) => path.startsWith(start)) ?? [];
  const key = prefix && decode(path.slice(prefix.length));
  if (!key || !read || key.includes('/')) return null;
  try {
    return await read(db, key);
  } catch (error) {
    if (isFailure(error, 'not_found')) return 'missing';
    throw error;
  }
}

async function postHead(db: Db, slug: string): Promise<PageHead> {
  const { title, excerpt, author, cover } = await readPostBySlug(db, null, slug);
  return {
    title: `${title} · Portico`,
    description: (excerpt || `A post by ${author.name}`).slice(0, maxDescription),
    type: 'article',
    ...(cover && { image: cover.url }),
  };
}

async function productHead(db: Db, id: string): Promise<PageHead> {
  if (!isUuid(id)) throw fail('not_found');
  const { name, description, picture } = await readProduct(db, id);
  return {
    title: `${name} · Portico`,
    description: (description || name).slice(0, maxDescription),
    type: 'product',
    ...(picture && { image: picture.url }),
  };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
