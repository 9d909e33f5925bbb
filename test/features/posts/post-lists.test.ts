import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../../../server/src/db/transaction.ts';
import type { Caller } from '../../../server/src/engine/auth/caller.ts';
import { listMyPosts, listPosts } from '../../../server/src/features/posts/post-lists.ts';
import { createPost } from '../../../server/src/features/posts/posts.service.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
let author: Caller;
beforeAll(async () => {
  services = await testServices();
  author = await services.caller();
  await services.sql`
    insert into posts (id, author_id, slug, title, body, excerpt, tags, status, published_at, updated_at)
    select gen_random_uuid(), ${author.id}, 'post-' || i, 'Post ' || i, 'About number ' || i, '',
      array['every', 'tag-' || i % 500], 'published', now() - i / 3 * interval '1 minute', now() - i * interval '1 minute'
    from generate_series(1, 20000) as i`;
  await services.sql`vacuum analyze posts`;
});
afterAll(() => services[Symbol.asyncDispose]());

test('posts of one moment are walked without loss or repetition', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 10; pages += 1) {
    const page = await listPosts(services.db, { limit: 7, cursor });
    seen.push(...page.items.map(({ slug }) => slug));
    cursor = page.nextCursor ?? undefined;
  }
  expect(new Set(seen).size).toBe(70);
  const numbers = seen.map((slug) => Math.floor(Number(slug.replace('post-', '')) / 3));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('inside a transaction a list sees what the transaction wrote', async () => {
  await transaction(services.db, async (tx) => {
    const post = { title: 'Unseen elsewhere', body: '', tags: ['inside'], coverId: null };
    await createPost(tx, author, { ...post, status: 'published' });
    expect((await listPosts(tx, { limit: 5, tag: 'inside' })).items).toHaveLength(1);
    expect((await listMyPosts(tx, author.id, { limit: 1 })).items[0]?.title).toBe('Unseen elsewhere');
    expect((await listPosts(services.db, { limit: 5, tag: 'inside' })).items).toHaveLength(0);
  });
});
