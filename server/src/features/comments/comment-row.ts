import type { Comment } from '@portico/shared/comments';
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
import type { PictureRow } from '../files/pictures.service.ts';
import { comments } from './comments.table.ts';

/** A comment as it is selected. */
export type CommentRow = Omit<Comment, 'author'> & {
  readonly author: AuthorRow;
  readonly avatar: PictureRow | null;
};

/** Selects comments with their authors, in one round trip. */
export function selectComments(db: Db) {
  return db
    .select({
      id: comments.id,
      postId: comments.postId,
      body: comments.body,
      createdAt: comments.createdAt,
      author: authorColumns,
      avatar: authorAvatarColumns,
    })
    .from(comments)
    .innerJoin(authors, eq(authors.id, comments.authorId))
    .leftJoin(authorAvatars, eq(authorAvatars.id, authors.avatarId))
    .$dynamic();
}

export function toComment({ author, avatar, ...row }: CommentRow): Comment {
  return { ...row, author: toAuthor(author, avatar) };
}
