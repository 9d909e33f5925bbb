import type { Page } from '@portico/shared/paging';
import type { ListMyPosts, ListPosts, PostSummary, TagCount } from '@portico/shared/posts';
import { and, desc, eq, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Db } from '../../db/connect.ts';
import { statement } from '../../db/statement.ts';
import { variants, where } from '../../db/variants.ts';
import { firstRows } from '../../engine/paging/first-rows.ts';
import { type After, decodeCursor, isBehind, toPage } from '../../engine/paging/keyset.ts';
import { selectIdOf } from '../accounts/accounts.service.ts';
import { type SummaryRow, selectSummaries, toSummary } from './post-row.ts';
import { posts } from './posts.table.ts';

/** Written out, not as a parameter, so that prepared queries use the partial indexes too. */
const isPublished = sql`${posts.status} = 'published'`;

/** How many of the latest posts the tags are counted over. */
const countedPosts = 10_000;

const shownTags = 30;

type ListQuery = After & { readonly limit: number };
type PublishedQuery = ListQuery & {
  readonly authorId: string;
  readonly author: string;
  readonly tag: string;
  readonly q: string;
};
type MineQuery = ListQuery & { readonly authorId: string; readonly status: PostSummary['status'] };

const selectPublished = variants<PublishedQuery, SummaryRow[]>((db, given) => {
  const inOrder = selectSummaries(db)
    .where(
      and(
        isPublished,
        where(given.authorId, (id) => eq(posts.authorId, id)),
        where(given.author, (username) => eq(posts.authorId, selectIdOf(db, username))),
        where(given.tag, (tag) => sql`${posts.tags} @> array[${tag}]::text[]`),
        where(given.q, (q) => sql`${posts.search} @@ websearch_to_tsquery('english', ${q})`),
        isBehind(posts.publishedAt, posts.id, given),
      ),
    )
    .orderBy(desc(posts.publishedAt), desc(posts.id));
  return given.tag || given.q ? inOrder.limit(given.limit ?? 0) : firstRows(inOrder, given.limit);
});

/** Published posts, newest first. */
export async function listPosts(
  db: Db,
  { limit, cursor, author, tag, q }: ListPosts,
): Promise<Page<PostSummary>> {
  const rows = await selectPublished(db, {
    ...decodeCursor(cursor),
    ...(author && (isUuid(author) ? { authorId: author } : { author })),
    tag: tag?.toLowerCase() || undefined,
    q: q || undefined,
    limit: limit + 1,
  });
  return toPage(rows, limit, toSummary, ({ publishedAt, createdAt, id }) => ({
    at: publishedAt ?? createdAt,
    id,
  }));
}

const selectMine = variants<MineQuery, SummaryRow[]>((db, given) =>
  firstRows(
    selectSummaries(db)
      .where(
        and(
          where(given.authorId, (id) => eq(posts.authorId, id)),
          where(given.status, (status) => eq(posts.status, status)),
          isBehind(posts.updatedAt, posts.id, given),
        ),
      )
      .orderBy(desc(posts.updatedAt), desc(posts.id)),
    given.limit,
  ),
);

/** An author's own posts, drafts too, last changed first. */
export async function listMyPosts(
  db: Db,
  authorId: string,
  { limit, cursor, status }: ListMyPosts,
): Promise<Page<PostSummary>> {
  const rows = await selectMine(db, { ...decodeCursor(cursor), authorId, status, limit: limit + 1 });
  return toPage(rows, limit, toSummary, ({ updatedAt, id }) => ({ at: updatedAt, id }));
}

const selectTags = statement<Record<string, never>, TagCount[]>((db) => {
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
  return db
    .select({ tag: each.tag, count })
    .from(each)
    .groupBy(each.tag)
    .orderBy(desc(count), each.tag)
    .limit(shownTags);
});

/** The tags of the latest posts, most used first. */
export async function listTags(db: Db): Promise<{ items: TagCount[] }> {
  return { items: await selectTags(db, {}) };
}
