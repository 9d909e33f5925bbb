import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../server/src/db/connect.ts';
import { encodeCursor } from '../../server/src/engine/paging/keyset.ts';
import { listUsers } from '../../server/src/features/accounts/administration.service.ts';
import { listEvents, listEventsOf } from '../../server/src/features/audit/audit.service.ts';
import { listComments } from '../../server/src/features/comments/comments.service.ts';
import { listMyFiles } from '../../server/src/features/files/files.service.ts';
import { listMyPosts, listPosts } from '../../server/src/features/posts/post-lists.ts';
import { listProducts } from '../../server/src/features/products/products.service.ts';
import { type Services, testServices } from '../support/services.ts';

/** What the driver was given. */
interface Sent {
  readonly text: string;
  readonly values: never[];
  readonly isPrepared: boolean;
}

/** Users of the tables, by their number. */
const idOf = (number: number): string => `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
const user = idOf(7);
const postId = idOf(8);

let services: Services;
let db: Db;
const sent: Sent[] = [];

beforeAll(async () => {
  services = await testServices();
  const { sql } = services;
  const id = sql`('0198c0de-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  const someone = sql`('0198c0de-0000-7000-8000-' || lpad((n % 200)::text, 12, '0'))::uuid`;
  const at = sql`now() - n * interval '1 minute'`;
  const numbers = sql`generate_series(0, 19999) n`;
  await sql`
    insert into users (id, username, email, name, role, created_at, disabled_at)
    select ${id}, 'user-' || n, 'user-' || n || '@example.com', '', case n % 5000 when 0 then 'admin' else 'user' end, ${at},
      case n % 5000 when 1 then now() end from ${numbers}`;
  await sql`
    insert into posts (id, author_id, slug, title, body, excerpt, tags, status, published_at, updated_at)
    select ${id}, ${someone}, 'post-' || n, 'Post ' || n, 'Text', '', array['tag-' || n % 2000], 'published', ${at}, ${at}
    from ${numbers}`;
  await sql`
    insert into comments (id, post_id, author_id, body, created_at)
    select ${id}, ${someone}, ${someone}, 'Text', ${at} from ${numbers}`;
  await sql`
    insert into files (id, owner_id, name, type, size, digest, visibility, alt, created_at)
    select ${id}, ${someone}, 'a.txt', 'text/plain', 1, '', 'public', '', ${at} from ${numbers}`;
  await sql`
    insert into products (id, name, description, amount, currency, stock, created_at)
    select ${id}, 'Product ' || n % 2000, '', 1, 'EUR', n % 2000 / 1999, ${at} from ${numbers}`;
  await sql`
    insert into audit_events (id, at, event, user_id, actor_id, address, user_agent)
    select ${id}, ${at}, case n % 5000 when 0 then 'token_reused' else 'signed_in' end,
      case n % 100 when 0 then ${id} else ${someone} end, null, '', ''
    from ${numbers}`;
  await sql`vacuum analyze users, posts, comments, files, products, audit_events`;
  db = drizzle(
    new Proxy(sql, {
      get: (pool, name) => (name === 'unsafe' ? record : Reflect.get(pool, name)),
    }),
  );
});
afterAll(() => services[Symbol.asyncDispose]());

function record(...[text, values, options]: Parameters<typeof services.sql.unsafe>) {
  sent.push({ text, values: values as never[], isPrepared: options?.prepare === true });
  return services.sql.unsafe(text, values, options);
}

/** The plan of the last query that a list sent: of a prepared one the plan that serves all values. */
async function planOf(list: (db: Db) => Promise<{ items: readonly unknown[] }>): Promise<string> {
  sent.length = 0;
  const { items } = await list(db);
  expect(items).not.toHaveLength(0);
  const { text, values, isPrepared } = sent.at(-1) as Sent;
  const isPlannedOnce = isPrepared && text.includes('as page limit');
  const rows = isPlannedOnce
    ? await services.sql.unsafe(`explain (generic_plan) ${text}`).simple()
    : await services.sql.unsafe(`explain ${text}`, values);
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
}

const page = { limit: 20 };
const later = { ...page, cursor: encodeCursor({ at: new Date(Date.now() - 3_600_000), id: idOf(0) }) };

test.each<[string, string, (db: Db) => Promise<{ items: readonly unknown[] }>]>([
  ['published posts', 'posts_published_idx', (own) => listPosts(own, page)],
  ['published posts, later', 'posts_published_idx', (own) => listPosts(own, later)],
  ["an author's posts", 'posts_author_published_idx', (own) => listPosts(own, { ...later, author: user })],
  ["a name's posts", 'posts_author_published_idx', (own) => listPosts(own, { ...later, author: 'user-7' })],
  ['my posts', 'posts_author_updated_idx', (own) => listMyPosts(own, user, later)],
  [
    'my published posts',
    'posts_author_updated_idx',
    (own) => listMyPosts(own, user, { ...page, status: 'published' }),
  ],
  ['comments', 'comments_post_idx', (own) => listComments(own, { ...later, postId })],
  ['my files', 'files_owner_idx', (own) => listMyFiles(own, user, later)],
  ['products', 'products_listed_idx', (own) => listProducts(own, { ...later, inStock: false })],
  ['products in stock', 'products_in_stock_idx', (own) => listProducts(own, { ...page, inStock: true })],
  ['users', 'users_created_idx', (own) => listUsers(own, later)],
  ['administrators', 'users_admins_idx', (own) => listUsers(own, { ...page, role: 'admin' })],
  ['disabled users', 'users_disabled_idx', (own) => listUsers(own, { ...page, standing: 'disabled' })],
  ['events', 'audit_events_at_idx', (own) => listEvents(own, later)],
  ['my events', 'audit_events_user_idx', (own) => listEventsOf(own, user, later)],
  ['rare events', 'audit_events_event_idx', (own) => listEvents(own, { ...page, event: 'token_reused' })],
])('the list of %s walks %s in its order', async (_, index, list) => {
  const plan = await planOf(list);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan on (?:users|posts|comments|files|products|audit_events)\b|Sort/);
});

test.each<[string, string, (db: Db) => Promise<{ items: readonly unknown[] }>]>([
  ['a rare tag', 'posts_tags_idx', (own) => listPosts(own, { ...page, tag: 'tag-7' })],
  ['a rare word', 'posts_search_idx', (own) => listPosts(own, { ...page, q: '4711' })],
  [
    'a product by its words',
    'products_search_idx',
    (own) => listProducts(own, { ...page, q: '1999', inStock: false }),
  ],
  [
    'a user by a part of the address',
    'users_search_idx',
    (own) => listUsers(own, { ...page, q: '4711@exam' }),
  ],
  [
    'events of and by a user',
    'audit_events_user_idx',
    (own) => listEvents(own, { ...page, userId: idOf(500) }),
  ],
])('what few rows match is found by an index: %s', async (_, index, list) => {
  const plan = await planOf(list);
  expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan on (?:users|posts|products|audit_events)\b/);
});

test('a list in the order of an index is planned once', async () => {
  const one = await services.sql.reserve();
  const own: Db = drizzle(Object.assign(one, { options: services.sql.options }));
  for (let number = 0; number < 8; number += 1) await listPosts(own, later);
  const plans = await one<{ anew: number }[]>`
    select custom_plans::int as anew from pg_prepared_statements
    where statement like '%"posts"%as page limit%'`;
  one.release();
  // PostgreSQL tries five times what planning for the values is worth.
  expect(plans.map(({ anew }) => anew)).toContain(5);
});
