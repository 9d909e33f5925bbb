import type { Comment, CreateComment, ListComments } from '@portico/shared/comments';
import type { Page } from '@portico/shared/paging';
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { statement } from '../../db/statement.ts';
import { transaction } from '../../db/transaction.ts';
import { variants, where } from '../../db/variants.ts';
import type { Caller } from '../../engine/auth/caller.ts';
import { fail, isFailure } from '../../engine/errors/failure.ts';
import { publish } from '../../engine/events/publish.ts';
import { firstRows } from '../../engine/paging/first-rows.ts';
import { type After, decodeCursor, isBehind, toPage } from '../../engine/paging/keyset.ts';
import { isAhead, oldestFirst } from '../../engine/paging/oldest-first.ts';
import { holdPublished, readPost } from '../posts/posts.service.ts';
import { type CommentRow, selectComments, toComment } from './comment-row.ts';
import { comments } from './comments.table.ts';

const selectPage = variants<After & { readonly postId: string; readonly limit: number }, CommentRow[]>(
  (db, given) =>
    firstRows(
      selectComments(db)
        .where(
          and(
            where(given.postId, (postId) => eq(comments.postId, postId)),
            isBehind(comments.createdAt, comments.id, given),
          ),
        )
        .orderBy(desc(comments.createdAt), desc(comments.id)),
      given.limit,
    ),
);

const selectById = statement<{ id: string }, CommentRow[]>((db, { id }) =>
  selectComments(db).where(eq(comments.id, id)),
);

/** The topic of what happens to the comments under a post. */
export function commentsTopic(postId: string): string {
  return `comments:${postId}`;
}

/**
 * Comments under a published post, newest first.
 * @throws not_found when there is no such post
 */
export async function listComments(db: Db, { postId, limit, cursor }: ListComments): Promise<Page<Comment>> {
  await requirePublished(db, postId);
  const rows = await selectPage(db, { ...decodeCursor(cursor), postId, limit: limit + 1 });
  return toPage(rows, limit, toComment, ({ createdAt, id }) => ({ at: createdAt, id }));
}

/** Every comment that somebody wrote, oldest first. */
export function allCommentsOf(db: Db, authorId: string): AsyncGenerator<Comment> {
  return oldestFirst(
    async (after, limit) => {
      const rows = await selectComments(db)
        .where(and(eq(comments.authorId, authorId), isAhead(comments.createdAt, comments.id, after)))
        .orderBy(comments.createdAt, comments.id)
        .limit(limit);
      return rows.map(toComment);
    },
    ({ createdAt, id }) => ({ at: createdAt, id }),
  );
}

/** @throws not_found when there is no such post, or it is a draft */
export async function requirePublished(db: Db, postId: string): Promise<void> {
  await readPost(db, null, postId);
}

/** The comment, if it is there. */
export async function findComment(db: Db, id: string): Promise<Comment | undefined> {
  const [row] = await selectById(db, { id });
  return row && toComment(row);
}

/** @throws not_found when it is not there, or its post is not published any more */
export async function readComment(db: Db, id: string): Promise<Comment> {
  const comment = await findComment(db, id);
  if (!comment) throw noComment();
  await requirePublished(db, comment.postId);
  return comment;
}

/**
 * Writes a comment, and tells those who look at the post.
 * @throws not_found when there is no such post, or it is a draft
 */
export async function createComment(
  db: Db,
  caller: Caller,
  { postId, body }: CreateComment,
): Promise<Comment> {
  return transaction(db, async (tx) => {
    await holdPublished(tx, postId);
    const [row] = await tx
      .insert(comments)
      .values({ postId, body, authorId: caller.id })
      .returning({ id: comments.id });
    const comment = row && (await findComment(tx, row.id));
    if (!comment) throw noComment();
    await publish(tx, { topic: commentsTopic(postId), name: 'created', subject: comment.id });
    return comment;
  });
}

/**
 * Deletes a comment of the caller's, or one under a post of theirs; administrators may delete any.
 * @throws not_found, forbidden
 */
export async function deleteComment(db: Db, caller: Caller, id: string): Promise<void> {
  const comment = await findComment(db, id);
  if (!comment) throw noComment();
  await requireDeletable(db, caller, comment);
  await transaction(db, async (tx) => {
    const deleted = await tx.delete(comments).where(eq(comments.id, id)).returning({ id: comments.id });
    if (deleted.length === 0) throw noComment();
    await publish(tx, { topic: commentsTopic(comment.postId), name: 'deleted', subject: id });
  });
}

/** Under a post that the caller may not see there is no comment either. */
async function requireDeletable(db: Db, caller: Caller, { author, postId }: Comment): Promise<void> {
  if (caller.role === 'admin' || author.id === caller.id) return;
  const post = await readPost(db, caller, postId).catch((error: unknown) => {
    throw isFailure(error, 'not_found') ? noComment() : error;
  });
  if (post.author.id === caller.id) return;
  throw fail('forbidden', { detail: 'This comment is neither yours nor under a post of yours' });
}

function noComment() {
  return fail('not_found', { detail: 'No comment has this id' });
}
