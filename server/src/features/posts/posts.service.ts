import type { CreatePost, Post, UpdatePost } from '@portico/shared/posts';
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { statement } from '../../db/statement.ts';
import { transaction } from '../../db/transaction.ts';
import type { Caller } from '../../engine/auth/caller.ts';
import { fail } from '../../engine/errors/failure.ts';
import { isAhead, oldestFirst } from '../../engine/paging/oldest-first.ts';
import { requirePicture } from '../files/pictures.service.ts';
import { toExcerpt } from './excerpt.ts';
import { type PostRow, selectPosts, toPost } from './post-row.ts';
import { posts } from './posts.table.ts';
import { toSlug, writeWithSlug } from './slug.ts';

const selectById = statement<{ id: string }, PostRow[]>((db, { id }) =>
  selectPosts(db).where(eq(posts.id, id)),
);
const selectBySlug = statement<{ slug: string }, PostRow[]>((db, { slug }) =>
  selectPosts(db).where(eq(posts.slug, slug)),
);

/** @throws not_found when there is no such post, or it is a draft that is not the caller's */
export async function readPost(db: Db, caller: Caller | null, id: string): Promise<Post> {
  return seenBy(caller, await selectById(db, { id }));
}

/** @throws not_found as {@link readPost} */
export async function readPostBySlug(db: Db, caller: Caller | null, slug: string): Promise<Post> {
  return seenBy(caller, await selectBySlug(db, { slug }));
}

/**
 * Makes sure that a post is published, and stays so until the transaction ends.
 * @throws not_found
 */
export async function holdPublished(tx: Db, id: string): Promise<void> {
  const held = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.id, id), eq(posts.status, 'published')))
    .for('share');
  if (held.length === 0) throw noPost();
}

/** Everything that somebody wrote, drafts included, oldest first. */
export function allPostsOf(db: Db, authorId: string): AsyncGenerator<Post> {
  return oldestFirst(
    async (after, limit) => {
      const rows = await selectPosts(db)
        .where(and(eq(posts.authorId, authorId), isAhead(posts.createdAt, posts.id, after)))
        .orderBy(posts.createdAt, posts.id)
        .limit(limit);
      return rows.map(toPost);
    },
    ({ createdAt, id }) => ({ at: createdAt, id }),
  );
}

function seenBy(caller: Caller | null, [row]: PostRow[]): Post {
  if (!row || !(row.status === 'published' || mayEdit(caller, row.author.id))) throw noPost();
  return toPost(row);
}

/** @throws a failure of `coverId` when it is not a picture of the caller's */
export async function createPost(db: Db, caller: Caller, input: CreatePost): Promise<Post> {
  const id = await writeWithSlug(toSlug(input.title), (slug) =>
    transaction(db, async (tx) => {
      if (input.coverId) await requirePicture(tx, 'coverId', input.coverId, caller.id);
      const values = {
        ...input,
        ...derived(input),
        excerpt: toExcerpt(input.body),
        slug,
        authorId: caller.id,
      };
      const [row] = await tx.insert(posts).values(values).returning({ id: posts.id });
      return row?.id ?? '';
    }),
  );
  return readPost(db, caller, id);
}

/**
 * Changes what is given of a post. Its address follows the title until the first publication.
 * @throws not_found, version_conflict, and a failure of `coverId`
 */
export async function updatePost(db: Db, caller: Caller, input: UpdatePost): Promise<Post> {
  const { id, version, ...changes } = input;
  const { title, coverId } = changes;
  const current = await readEditable(db, caller, id);
  if (current.version !== version) throw stale(current.version);
  const movable = title !== undefined && title !== current.title && current.publishedAt === null;
  await writeWithSlug(movable ? toSlug(title) : current.slug, (slug) =>
    transaction(db, async (tx) => {
      if (coverId && coverId !== current.coverId) {
        await requirePicture(tx, 'coverId', coverId, current.authorId);
      }
      const updated = await tx
        .update(posts)
        .set({ ...changes, ...derived(changes, current.publishedAt), slug, updatedAt: now, version: next })
        .where(and(eq(posts.id, id), eq(posts.version, version)))
        .returning({ id: posts.id });
      if (updated.length === 0) throw stale();
    }),
  );
  return readPost(db, caller, id);
}

/** @throws not_found when there is no such post, or it is not the caller's */
export async function deletePost(db: Db, caller: Caller, id: string): Promise<void> {
  const owned = caller.role === 'admin' ? undefined : eq(posts.authorId, caller.id);
  const deleted = await db
    .delete(posts)
    .where(and(eq(posts.id, id), owned))
    .returning({ id: posts.id });
  if (deleted.length === 0) throw noPost();
}

const now = sql`now()`;
const next = sql`${posts.version} + 1`;

/** What follows from what is written. */
function derived(written: Pick<UpdatePost, 'body' | 'tags' | 'status'>, publishedAt: Date | null = null) {
  const { body, tags, status } = written;
  return {
    ...(body !== undefined && { excerpt: toExcerpt(body) }),
    ...(tags && { tags: [...new Set(tags)] }),
    ...(status === 'published' && publishedAt === null && { publishedAt: now }),
  };
}

async function readEditable(db: Db, caller: Caller, id: string) {
  const [post] = await db.select().from(posts).where(eq(posts.id, id));
  if (!post || !mayEdit(caller, post.authorId)) throw noPost();
  return post;
}

function mayEdit(caller: Caller | null, authorId: string): boolean {
  return caller !== null && (caller.role === 'admin' || caller.id === authorId);
}

function stale(version?: number) {
  return fail(
    'version_conflict',
    version === undefined ? {} : { detail: `The current version is ${version}` },
  );
}

function noPost() {
  return fail('not_found', { detail: 'No post has this address' });
}
