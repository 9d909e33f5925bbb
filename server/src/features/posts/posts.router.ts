import { page } from '@portico/shared/paging';
import {
  CreatePost,
  ListMyPosts,
  ListPosts,
  Post,
  PostId,
  PostSlug,
  PostSummary,
  Tags,
  UpdatePost,
} from '@portico/shared/posts';
import { z } from 'zod';
import { fails, publicProcedure, router, signedIn } from '../../engine/procedure/procedure.ts';
import { listMyPosts, listPosts, listTags } from './post-lists.ts';
import { createPost, deletePost, readPost, readPostBySlug, updatePost } from './posts.service.ts';

export const posts = router({
  list: publicProcedure
    .meta({
      rest: 'GET /posts',
      summary: 'List published posts, newest first',
      description: 'Filters combine. `q` looks in title, tags and text.',
    })
    .input(ListPosts)
    .output(page(PostSummary))
    .query(({ ctx, input }) => listPosts(ctx.db, input)),
  mine: signedIn
    .meta({
      scopes: ['posts:read'],
      rest: 'GET /me/posts',
      summary: 'List my posts and drafts, last changed first',
    })
    .input(ListMyPosts)
    .output(page(PostSummary))
    .query(({ ctx, input }) => listMyPosts(ctx.db, ctx.user.id, input)),
  get: publicProcedure
    .concat(fails('not_found'))
    .meta({
      scopes: ['posts:read'],
      rest: 'GET /posts/{id}',
      summary: 'Read a post',
      description: 'Drafts are there for their author and administrators only.',
    })
    .input(PostId)
    .output(Post)
    .query(({ ctx, input }) => readPost(ctx.db, ctx.user, input.id)),
  bySlug: publicProcedure
    .concat(fails('not_found'))
    .meta({
      scopes: ['posts:read'],
      rest: 'GET /slugs/{slug}',
      summary: 'Read a post by the readable part of its address',
    })
    .input(PostSlug)
    .output(Post)
    .query(({ ctx, input }) => readPostBySlug(ctx.db, ctx.user, input.slug)),
  tags: publicProcedure
    .meta({
      rest: 'GET /tags',
      summary: 'List the tags in use, most used first',
      description: 'The 30 most used tags of the latest 10,000 posts.',
    })
    .output(Tags)
    .query(({ ctx }) => listTags(ctx.db)),
  create: signedIn
    .meta({
      scopes: ['posts:write'],
      rest: 'POST /posts',
      created: '/posts/{id}',
      summary: 'Write a post',
      idempotent: true,
    })
    .input(CreatePost)
    .output(Post)
    .mutation(({ ctx, input }) => createPost(ctx.db, ctx.user, input)),
  update: signedIn
    .concat(fails('not_found', 'version_conflict'))
    .meta({
      scopes: ['posts:write'],
      rest: 'PUT /posts/{id}',
      summary: 'Edit a post of mine',
      description: 'Changes only what is given. Its address follows the title until the first publication.',
    })
    .input(UpdatePost)
    .output(Post)
    .mutation(({ ctx, input }) => updatePost(ctx.db, ctx.user, input)),
  delete: signedIn
    .concat(fails('not_found'))
    .meta({ scopes: ['posts:write'], rest: 'DELETE /posts/{id}', summary: 'Delete a post of mine' })
    .input(PostId)
    .output(z.void())
    .mutation(({ ctx, input }) => deletePost(ctx.db, ctx.user, input.id)),
});
