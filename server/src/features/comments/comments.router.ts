import {
  Comment,
  CommentEvent,
  CommentId,
  CreateComment,
  FollowComments,
  ListComments,
} from '@portico/shared/comments';
import { page } from '@portico/shared/paging';
import { stream } from '@portico/shared/stream';
import { z } from 'zod';
import { fails, publicProcedure, router, signedIn } from '../../engine/procedure/procedure.ts';
import { createComment, deleteComment, listComments, readComment } from './comments.service.ts';
import { followComments } from './live-comments.ts';

export const comments = router({
  list: publicProcedure
    .concat(fails('not_found'))
    .meta({ rest: 'GET /posts/{postId}/comments', summary: 'List the comments under a post, newest first' })
    .input(ListComments)
    .output(page(Comment))
    .query(({ ctx, input }) => listComments(ctx.db, input)),
  live: publicProcedure
    .concat(fails('not_found'))
    .meta({
      rest: 'GET /posts/{postId}/comments/live',
      summary: 'Follow the comments under a post as they come and go',
      description:
        'Starts with `reset`: then read the list, and apply what follows to it. Connecting again with the last id goes on after it.',
    })
    .input(FollowComments)
    .output(stream(CommentEvent, { resumable: true }))
    .subscription(({ ctx, input, signal }) => followComments(ctx.db, ctx.events, input, signal)),
  get: publicProcedure
    .concat(fails('not_found'))
    .meta({ rest: 'GET /comments/{id}', summary: 'Read a comment' })
    .input(CommentId)
    .output(Comment)
    .query(({ ctx, input }) => readComment(ctx.db, input.id)),
  create: signedIn
    .concat(fails('not_found'))
    .meta({
      scopes: ['comments:write'],
      rest: 'POST /posts/{postId}/comments',
      created: '/comments/{id}',
      summary: 'Write a comment under a post',
      idempotent: true,
      limit: { calls: 10, seconds: 60 },
    })
    .input(CreateComment)
    .output(Comment)
    .mutation(({ ctx, input }) => createComment(ctx.db, ctx.user, input)),
  delete: signedIn
    .concat(fails('not_found', 'forbidden'))
    .meta({
      scopes: ['comments:write'],
      rest: 'DELETE /comments/{id}',
      summary: 'Delete a comment of mine, or one under a post of mine',
      description: 'Administrators may delete any.',
    })
    .input(CommentId)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteComment(ctx.db, ctx.user, input.id)),
});
