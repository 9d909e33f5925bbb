/** Which pages the site has, and what those of posts, authors and products say in their HTML before any script runs. */
import { validate as isUuid } from 'uuid';
import { fail, isFailure } from '../engine/errors/failure.ts';
import type { PageHead } from '../engine/http/page-head.ts';
import type { Context } from '../engine/procedure/context.ts';
import { readProfile } from '../features/accounts/accounts.service.ts';
import { readPostBySlug } from '../features/posts/posts.service.ts';
import { readProduct } from '../features/products/products.service.ts';

/** Reads the head of one page from what its address names; fails with `not_found` when it is not there. */
type ReadHead = (from: Source, key: string) => Promise<PageHead>;

/** What pages are read from. */
type Source = Pick<Context, 'db' | 'rules'>;

/** Most characters of a description: what search engines show. */
const maxDescription = 200;

/** The pages as the site's router names them; those without a head of their own have the site's. */
export const pages: Readonly<Record<string, ReadHead | null>> = {
  '/': null,
  '/posts': null,
  '/posts/$slug': postHead,
  '/authors/$username': authorHead,
  '/products': null,
  '/products/$id': productHead,
  '/login': null,
  '/login/code': null,
  '/register': null,
  '/forgot-password': null,
  '/reset-password': null,
  '/magic-link': null,
  '/verify-email': null,
  '/confirm-email': null,
  '/keep-account': null,
  '/write': null,
  '/me/posts': null,
  '/me/posts/$id': null,
  '/me/files': null,
  '/settings': null,
  '/settings/security': null,
  '/settings/connections': null,
  '/settings/activity': null,
  '/settings/data': null,
  '/admin/products': null,
  '/admin/products/new': null,
  '/admin/products/$id': null,
  '/admin/users': null,
  '/admin/events': null,
};

/** The router knows no upper case either, and bears a slash at the end. */
const patterns = Object.entries(pages).map(
  ([path, read]) => [new RegExp(`^${path.replace(/\$\w+/, '([^/]+)')}/?$`, 'i'), read] as const,
);

/** @returns null for pages that have the site's own head, `missing` when there is no such page, post, author or product */
export async function pageHead(source: Source, path: string): Promise<PageHead | 'missing' | null> {
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(path);
    if (match) return read && readHead(source, read, match[1] ?? '');
  }
  return 'missing';
}

async function readHead(source: Source, read: ReadHead, part: string): Promise<PageHead | 'missing'> {
  const key = decode(part);
  if (key === null) return 'missing';
  try {
    return await read(source, key);
  } catch (error) {
    if (isFailure(error, 'not_found')) return 'missing';
    throw error;
  }
}

async function postHead({ db }: Source, slug: string): Promise<PageHead> {
  const { title, excerpt, author, cover } = await readPostBySlug(db, null, slug);
  return {
    title: `${title} · Portico`,
    description: (excerpt || `A post by ${author.name}`).slice(0, maxDescription),
    type: 'article',
    ...(cover && { image: cover.url }),
  };
}

async function authorHead(source: Source, username: string): Promise<PageHead> {
  const { name, bio, avatar } = await readProfile(source, username);
  return {
    title: `${name} · Portico`,
    description: (bio || `Posts by ${name}`).slice(0, maxDescription),
    type: 'profile',
    ...(avatar && { image: avatar.url }),
  };
}

async function productHead({ db }: Source, id: string): Promise<PageHead> {
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
