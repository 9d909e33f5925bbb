import { z } from 'zod';
import { PageInput } from './paging.ts';
import { Author } from './posts.ts';
import { text } from './text.ts';

/** Longest comment, in characters. */
const maxCommentLength = 2_000;

/** A comment under a post. */
export const Comment = z
  .object({
    id: z.uuid(),
    postId: z.uuid(),
    body: z.string().describe('Plain text'),
    author: Author,
    createdAt: z.date(),
  })
  .meta({ id: 'Comment', description: 'A comment under a post' });
export type Comment = z.infer<typeof Comment>;

/** What is told of the comments under a post while one looks at it. */
export const CommentEvent = z
  .discriminatedUnion('type', [
    z
      .object({ type: z.literal('created'), comment: Comment })
      .meta({ id: 'CommentCreated', description: 'Somebody wrote a comment' }),
    z
      .object({ type: z.literal('deleted'), id: z.uuid() })
      .meta({ id: 'CommentDeleted', description: 'A comment is gone' }),
    z.object({ type: z.literal('reset') }).meta({
      id: 'CommentsReset',
      description: 'What happened before is not told: read the list now, and apply what follows to it',
    }),
  ])
  .meta({ id: 'CommentEvent', description: 'What happened to the comments under a post' });
export type CommentEvent = z.infer<typeof CommentEvent>;

const postId = z.uuid();

export const ListComments = PageInput.extend({ postId });
export type ListComments = z.infer<typeof ListComments>;

export const CreateComment = z.object({
  postId,
  body: text().trim().min(1).max(maxCommentLength).describe('Plain text'),
});
export type CreateComment = z.infer<typeof CreateComment>;

export const CommentId = z.object({ id: z.uuid() });

export const FollowComments = z.object({
  postId,
  lastEventId: z.string().max(100).optional().describe('The id of the event after which to go on'),
});
export type FollowComments = z.infer<typeof FollowComments>;
