import type { Page } from '@portico/shared/paging';
import type { ListMyPosts, ListPosts, PostSummary, TagCount } from '@portico/shared/posts';
import { and, arrayContains, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/connect.ts';
import { decodeCursor, isOlder, toPage } from '../../engine/paging/keyset.ts';
import { isNamed } from '../accounts/accounts.service.ts';
import { users } from '../accounts/accounts.table.ts';
import { selectSummaries, toSummary } from './post-row.ts';
import { posts } from './posts.table.ts';

/** Written out, not as a parameter, so that prepared queries use the partial indexes too. */
const isPublished = sql`${posts.status} = 'published'`;

/** How many of the latest posts the tags are counted over. */
const countedPosts = 10_000;

/** Published posts, newest first. */
export async function listPosts(
  db: Db,
  { limit, cursor, author, tag, q }: ListPosts,
): Promise<Page<PostSummary>> {
  const after = decodeCursor(cursor);
  const rows = await selectSummaries(db)
    .where(
      and(
        isPublished,
        author
          ? eq(posts.authorId, db.select({ id: users.id }).from(users).where(isNamed(author)))
          : undefined,
        tag ? arrayContains(posts.tags, [tag.toLowerCase()]) : undefined,
        q ? sql`${posts.search} @@ websearch_to_tsquery('english', ${q})` : undefined,
        after && isOlder(posts.publishedAt, posts.id, after),
      ),
    )
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit + 1);
  return toPage(rows, limit, toSummary, ({ publishedAt, createdAt, id }) => ({
    at: publishedAt ?? createdAt,
    id,
  }));
}

/** An author's own posts, drafts too, last changed first. */
export async function listMyPosts(
  db: Db,
  authorId: string,
  { limit, cursor, status }: ListMyPosts,
): Promise<Page<PostSummary>> {
  const after = decodeCursor(cursor);
  const rows = await selectSummaries(db)
    .where(
      and(
        eq(posts.authorId, authorId),
        status && eq(posts.status, status),
        after && isOlder(posts.updatedAt, posts.id, after),
      ),
    )
    .orderBy(desc(posts.updatedAt), desc(posts.id))
    .limit(limit + 1);
  return toPage(rows, limit, toSummary, ({ updatedAt, id }) => ({ at: updatedAt, id }));
}

/** The tags of the latest posts, most used first. */
export async function listTags(db: Db): Promise<{ items: TagCount[] }> {
  const latest = db
    .select({ tags: posts.tags })
    .from(posts)
    .where(isPublished)
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(countedPosts)
    .as('latest');
  const tag = sql<string>`unnest(${latest.tags})`.as('tag');
  const each = db.select({ tag }).from(latest).as('each');
  const count = sql<number>`count(*)::int`.as('count');
  const items = await db
    .select({ tag: each.tag, count })
    .from(each)
    .groupBy(each.tag)
    .orderBy(desc(count), each.tag)
    .limit(30);
  return { items };
}
