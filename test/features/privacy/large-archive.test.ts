import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are in use, and no garbage. */
function used(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const perKind = 50_000;

test('an archive of a hundred thousand rows is never in memory as a whole', async () => {
  const user = await app.user('prolific');
  const { id: userId } = await user.rpc.accounts.me.query();
  const post = { title: 'Under it', body: '', status: 'published' } as const;
  const { id: postId } = await user.rpc.posts.create.mutate(post);
  await app.db.execute(sql`
    insert into comments (id, post_id, author_id, body, created_at)
    select gen_random_uuid(), ${postId}, ${userId}, repeat('word ', 160), now() + n * interval '1 ms'
    from generate_series(1, ${perKind}) n`);
  await app.db.execute(sql`
    insert into audit_events (id, event, user_id, address, user_agent)
    select gen_random_uuid(), 'signed_in', ${userId}, '203.0.113.1', repeat('Mozilla ', 30)
    from generate_series(1, ${perKind}) n`);
  await app.db.execute(sql`analyze`);
  const origin = await app.listen();
  const before = used();
  let [most, size] = [0, 0];
  const sampling = setInterval(() => {
    most = Math.max(most, used() - before);
  }, 500);
  const texts: string[] = [];
  try {
    const response = await fetch(`${origin}/api/me/export`, { headers: { cookie: user.cookies() } });
    expect(response.status).toBe(200);
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (texts.length < 2) texts.push(Buffer.from(chunk).toString());
    }
    expect(Number(response.headers.get('content-length'))).toBe(size);
  } finally {
    clearInterval(sampling);
  }
  expect(texts[0]).toContain('"username": "prolific"');
  expect(size).toBeGreaterThan(60_000_000);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(size / 2);
}, 120_000);

test('rows of one moment are each in it once, over all pages', async () => {
  const user = await app.user('sudden');
  const { id: userId } = await user.rpc.accounts.me.query();
  await app.db.execute(sql`
    insert into audit_events (id, at, event, user_id, address, user_agent)
    select gen_random_uuid(), now(), 'signed_in', ${userId}, '203.0.113.1', n::text from generate_series(1, 450) n`);
  const archive = await (await user.rest('GET', '/me/export')).json();
  const numbers = archive.events.map(({ userAgent }: { userAgent: string }) => Number(userAgent));
  expect(new Set(numbers.filter((number: number) => number > 0)).size).toBe(450);
  expect(archive.events).toHaveLength(451);
  expect([archive.posts, archive.comments, archive.files]).toEqual([[], [], []]);
});
