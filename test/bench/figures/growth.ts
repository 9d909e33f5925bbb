/** How a list's time grows with its table: the app's own list of posts, first page and a page in the middle. */
import type { Sql } from 'postgres';
import { connect } from '../../../server/src/db/connect.ts';
import { encodeCursor } from '../../../server/src/engine/paging/keyset.ts';
import { listPosts } from '../../../server/src/features/posts/post-lists.ts';
import { median, round } from '../statistics.ts';

export interface GrowthFigure {
  readonly rows: number;
  /** Milliseconds for twenty posts, the round trip to the database included. */
  readonly firstPageMs: number;
  readonly middlePageMs: number;
}

const limit = 20;

/** @param sizes of the table, growing */
export async function measureGrowth(
  database: { readonly url: string; readonly sql: Sql },
  sizes: readonly number[],
): Promise<GrowthFigure[]> {
  const { db, close } = connect(database.url, { poolSize: 1 });
  const figures: GrowthFigure[] = [];
  let rows = 0;
  for (const size of sizes) {
    await addPosts(database.sql, rows, size);
    rows = size;
    const middle = await cursorAt(database.sql, size / 2);
    const firstPageMs = await timeOf(() => listPosts(db, { limit }));
    const middlePageMs = await timeOf(() => listPosts(db, { limit, cursor: middle }));
    figures.push({ rows, firstPageMs, middlePageMs });
  }
  await close();
  return figures;
}

/** Posts of one author, each published a second after the one before. */
async function addPosts(sql: Sql, from: number, to: number): Promise<void> {
  await sql`
    insert into users (id, username, email, password_hash, role)
    values ('0198c0de-0000-7000-8000-000000000000', 'writer', 'writer@example.com', '', 'user')
    on conflict do nothing`;
  await sql`
    insert into posts (id, author_id, slug, title, body, excerpt, tags, status, published_at)
    select gen_random_uuid(), '0198c0de-0000-7000-8000-000000000000', 'post-' || n, 'Post ' || n,
      'The text of post ' || n, 'The text of post ' || n, array['tag'], 'published',
      timestamptz '2020-01-01' + n * interval '1 second'
    from generate_series(${from + 1}::int, ${to}::int) n`;
  await sql`vacuum analyze posts`;
}

/** The cursor of the page that begins behind so many posts. */
async function cursorAt(sql: Sql, offset: number): Promise<string> {
  const [row] = await sql<{ at: Date; id: string }[]>`
    select published_at as at, id from posts order by published_at desc, id desc offset ${offset} limit 1`;
  if (!row) throw new Error('The table is empty');
  return encodeCursor(row);
}

/** The middle of many calls, after some that warm up. */
async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < 400; number += 1) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return round(median(times.slice(100)), 2);
}
