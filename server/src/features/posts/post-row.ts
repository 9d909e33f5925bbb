import type { Post, PostSummary } from '@portico/shared/posts';
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import {
  type AuthorRow,
  authorAvatarColumns,
  authorAvatars,
  authorColumns,
  authors,
  toAuthor,
} from '../accounts/author.service.ts';
import { type PictureRow, pictureColumns, picturesAs, toPicture } from '../files/pictures.service.ts';
import { posts } from './posts.table.ts';

const covers = picturesAs('covers');

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
  avatar: authorAvatarColumns,
  cover: pictureColumns(covers),
};

/** A post without its text as it is selected. */
export type SummaryRow = Omit<PostSummary, 'author' | 'cover'> & {
  readonly author: AuthorRow;
  readonly avatar: PictureRow | null;
  readonly cover: PictureRow | null;
};

/** A whole post as it is selected. */
export type PostRow = SummaryRow & { readonly body: string };

/** Selects posts without their text, with author and pictures, in one round trip. */
export function selectSummaries(db: Db) {
  return db
    .select(summaryColumns)
    .from(posts)
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .leftJoin(authorAvatars, eq(authorAvatars.id, authors.avatarId))
    .leftJoin(covers, eq(covers.id, posts.coverId))
    .$dynamic();
}

/** Selects whole posts. */
export function selectPosts(db: Db) {
  return db
    .select({ ...summaryColumns, body: posts.body })
    .from(posts)
    .innerJoin(authors, eq(authors.id, posts.authorId))
    .leftJoin(authorAvatars, eq(authorAvatars.id, authors.avatarId))
    .leftJoin(covers, eq(covers.id, posts.coverId))
    .$dynamic();
}

export function toSummary({ author, avatar, cover, ...row }: SummaryRow): PostSummary {
  return { ...row, author: toAuthor(author, avatar), cover: toPicture(cover) };
}

export function toPost({ body, ...row }: PostRow): Post {
  return { ...toSummary(row), body };
}
