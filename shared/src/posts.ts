import { z } from 'zod';
import { Picture } from './files.ts';
import { PageInput } from './paging.ts';
import { line, text } from './text.ts';
import { Version } from './version.ts';

export const PostStatus = z.enum(['draft', 'published']).meta({ id: 'PostStatus' });

/** A tag: lower-case words joined by hyphens. */
export const Tag = z
  .string()
  .trim()
  .toLowerCase()
  .max(30)
  .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, 'Words joined by hyphens')
  .describe('Lower-case words joined by hyphens');

export const Author = z
  .object({ id: z.uuid(), username: z.string(), name: z.string(), avatar: Picture.nullable() })
  .meta({ id: 'Author', description: 'Who wrote a post' });
export type Author = z.infer<typeof Author>;

/** A post in a list: everything but its text. */
export const PostSummary = z
  .object({
    id: z.uuid(),
    slug: z.string().describe('Readable part of its address; unique'),
    title: z.string(),
    excerpt: z.string().describe('The first sentences, as plain text'),
    tags: z.array(z.string()),
    status: PostStatus,
    cover: Picture.nullable(),
    author: Author,
    publishedAt: z.date().nullable(),
    createdAt: z.date(),
    updatedAt: z.date(),
    version: Version.describe('Counts changes; send it back when editing'),
  })
  .meta({ id: 'PostSummary', description: 'A post without its text' });
export type PostSummary = z.infer<typeof PostSummary>;

export const Post = PostSummary.extend({ body: z.string().describe('Markdown') }).meta({
  id: 'Post',
  description: 'A post',
});
export type Post = z.infer<typeof Post>;

export const ListPosts = PageInput.extend({
  author: line().max(254).optional().describe('Username or id'),
  tag: line().max(30).optional(),
  q: line().max(200).optional().describe('Words to look for'),
});
export type ListPosts = z.infer<typeof ListPosts>;

export const ListMyPosts = PageInput.extend({ status: PostStatus.optional() });
export type ListMyPosts = z.infer<typeof ListMyPosts>;

const editable = {
  title: line().min(1).max(160),
  body: text().max(100_000).describe('Markdown'),
  tags: z.array(Tag).max(10),
  status: PostStatus,
  coverId: z.uuid().nullable().describe('An uploaded picture of yours; null for none'),
};

export const CreatePost = z.object({
  ...editable,
  tags: editable.tags.default([]),
  status: editable.status.default('draft'),
  coverId: editable.coverId.default(null),
});
export type CreatePost = z.infer<typeof CreatePost>;

export const UpdatePost = z.object({
  id: z.uuid(),
  title: editable.title.optional(),
  body: editable.body.optional(),
  tags: editable.tags.optional(),
  status: editable.status.optional(),
  coverId: editable.coverId.optional(),
  version: Version.describe('The version you edited; a newer one on the server answers 412'),
});
export type UpdatePost = z.infer<typeof UpdatePost>;

export const PostId = z.object({ id: z.uuid() });
export const PostSlug = z.object({ slug: line().max(200) });

/** A tag and how many posts have it. */
export const TagCount = z.object({ tag: z.string(), count: z.int() });
export type TagCount = z.infer<typeof TagCount>;

export const Tags = z.object({ items: z.array(TagCount) });
