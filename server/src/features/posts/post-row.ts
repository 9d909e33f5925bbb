import type { Post, PostSummary } from '@portico/shared/posts';
import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../../db/connect.ts';
import { users } from '../accounts/accounts.table.ts';
import { authorColumns, toAuthor } from '../accounts/author.service.ts';
import { files } from '../files/files.table.ts';
import { type PictureRow, pictureColumns, toPicture } from '../files/pictures.service.ts';
import { posts } from './posts.table.ts';

const covers = alias(files, 'covers');
const avatars = alias(files, 'avatars');

const summaryColumns = {
  id: posts.id,
  slug: posts.slug,
  title: posts.title,
  excerpt: posts.excerpt,
  tags: posts.tags,
  status: posts.status,
  publishedAt: posts.publishedAt,
  createdAt: posts.createdAt,
  updatedAt: posts.updatedAt,
  version: posts.version,
  author: authorColumns,
  cover: pictureColumns(covers),
  avatar: pictureColumns(avatars),
};

/** A summary as it is selected. */
export type SummaryRow = Omit<PostSummary, 'author' | 'cover'> & {
  readonly author: { readonly id: string; readonly username: string; readonly name: string };
  readonly cover: PictureRow | null;
  readonly avatar: PictureRow | null;
};

/** A whole post as it is selected. */
export type PostRow = SummaryRow & { readonly body: string };

/** Selects posts without their text, with author and pictures, in one round trip. */
export function selectSummaries(db: Db) {
  return db
    .select(summaryColumns)
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .leftJoin(covers, eq(covers.id, posts.coverId))
    .leftJoin(avatars, eq(avatars.id, users.avatarId))
    .$dynamic();
}

/** Selects whole posts. */
export function selectPosts(db: Db) {
  return db
    .select({ ...summaryColumns, body: posts.body })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .leftJoin(covers, eq(covers.id, posts.coverId))
    .leftJoin(avatars, eq(avatars.id, users.avatarId))
    .$dynamic();
}

export function toSummary({ author, avatar, cover, ...row }: SummaryRow): PostSummary {
  return { ...row, author: toAuthor(author, avatar), cover: toPicture(cover) };
}

export function toPost({ body, ...row }: PostRow): Post {
  return { ...toSummary(row), body };
}
