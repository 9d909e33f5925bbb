import { v7 as uuidv7 } from 'uuid';
import type { Storage } from '../engine/storage/storage.ts';
import type { users } from '../features/accounts/accounts.table.ts';
import type { comments } from '../features/comments/comments.table.ts';
import { type NewFile, storeFile } from '../features/files/upload.ts';
import { toExcerpt } from '../features/posts/excerpt.ts';
import type { posts } from '../features/posts/posts.table.ts';
import { toSlug } from '../features/posts/slug.ts';
import type { products } from '../features/products/products.table.ts';
import { type DemoAuthor, demoAuthors, drawAuthor } from './authors.ts';
import { type DemoComment, demoComments } from './comments.ts';
import { type DemoPost, demoPosts, readText } from './posts.ts';
import { type DemoProduct, demoProducts } from './products.ts';
import { render } from './render.ts';

type NewUser = typeof users.$inferInsert & { readonly id: string };

/** Everything that the seed inserts, in the order in which it may be inserted. */
export interface DemoRows {
  readonly users: NewUser[];
  readonly files: NewFile[];
  readonly avatars: { readonly userId: string; readonly avatarId: string }[];
  readonly posts: (typeof posts.$inferInsert)[];
  readonly comments: (typeof comments.$inferInsert)[];
  readonly products: (typeof products.$inferInsert)[];
}

/** Draws and stores a picture of somebody's. */
type Draw = (ownerId: string, name: string, alt: string, svg: string) => Promise<NewFile>;

/**
 * Makes the rows, and stores the pictures that they show.
 * @param now the moment before which everything lies
 */
export async function demoRows(storage: Storage, admin: NewUser, now: Date): Promise<DemoRows> {
  const draw: Draw = async (ownerId, name, alt, svg) =>
    storeFile(storage, ownerId, { file: await render(svg, name), alt, visibility: 'public' });
  const [people, sold] = await Promise.all([
    Promise.all(demoAuthors.map((author) => authorRows(draw, author, daysBefore(now, 200)))),
    Promise.all(
      demoProducts.map((product) => productRows(draw, product, admin.id, daysBefore(now, product.age))),
    ),
  ]);
  const idOf = new Map(people.map(({ user }) => [user.username, user.id]));
  const posted = await Promise.all(
    demoPosts.map((post) =>
      postRows(draw, post, idOf.get(post.author ?? '') ?? admin.id, daysBefore(now, post.age ?? 1)),
    ),
  );
  const written = posted.map(({ post }) => post);
  return {
    users: [admin, ...people.map(({ user }) => user)],
    files: [...people, ...posted, ...sold].flatMap(({ file }) => file ?? []),
    avatars: people.map(({ user, file }) => ({ userId: user.id, avatarId: file.id })),
    posts: written,
    comments: demoComments.flatMap((comment) => commentRow(comment, written, idOf.get(comment.author))),
    products: sold.map(({ product }) => product),
  };
}

async function authorRows(draw: Draw, author: DemoAuthor, createdAt: Date) {
  const { username, name, bio } = author;
  const user = { id: uuidv7(), username, email: `${username}@example.com`, name, bio, createdAt };
  return { user, file: await draw(user.id, username, '', drawAuthor(author)) };
}

async function postRows(draw: Draw, demo: DemoPost, authorId: string, at: Date) {
  const { title, tags, age, cover } = demo;
  const slug = toSlug(title);
  const body = await readText(demo);
  const file = cover && (await draw(authorId, slug, cover.alt, cover.draw()));
  const status: 'draft' | 'published' = age === undefined ? 'draft' : 'published';
  const texts = { slug, title, body, excerpt: toExcerpt(body), tags: [...tags] };
  const moments = { createdAt: at, updatedAt: at, publishedAt: age === undefined ? null : at };
  const id = uuidv7({ msecs: at.getTime() });
  return { file, post: { id, authorId, coverId: file?.id ?? null, status, ...texts, ...moments } };
}

/** None for a comment whose post or author is no longer part of the demonstration. */
function commentRow(
  { post: title, after, body }: DemoComment,
  written: DemoRows['posts'],
  authorId: string | undefined,
): DemoRows['comments'] {
  const post = written.find((one) => one.title === title);
  if (!post?.id || !post.publishedAt || !authorId) return [];
  const createdAt = new Date(post.publishedAt.getTime() + after * 60 * 60 * 1000);
  return [{ id: uuidv7({ msecs: createdAt.getTime() }), postId: post.id, authorId, body, createdAt }];
}

async function productRows(draw: Draw, demo: DemoProduct, ownerId: string, at: Date) {
  const { name, description, price, stock, alt } = demo;
  const file = await draw(ownerId, toSlug(name), alt, demo.draw());
  const id = uuidv7({ msecs: at.getTime() });
  const product = {
    id,
    name,
    description,
    ...price,
    stock,
    pictureId: file.id,
    createdAt: at,
    updatedAt: at,
  };
  return { file, product };
}

/** So many days earlier, at an hour that differs from day to day. */
function daysBefore(now: Date, days: number): Date {
  const minutes = (days * 397) % (14 * 60);
  return new Date(now.getTime() - days * 24 * 60 * 60 * 1000 - minutes * 60 * 1000);
}
