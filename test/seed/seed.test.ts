import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPosts } from '../../server/src/features/posts/post-lists.ts';
import { listProducts } from '../../server/src/features/products/products.service.ts';
import { demoPosts } from '../../server/src/seed/posts.ts';
import { seed } from '../../server/src/seed.ts';
import { type Services, testServices } from '../support/services.ts';

const admin = { username: 'admin', email: 'admin@example.com', password: 'correct horse battery' };
const log = pino({ level: 'silent' });

let services: Services;
beforeAll(async () => {
  services = await testServices();
  const { db, storage } = services;
  await Promise.all([seed({ db, storage, admin, log }), seed({ db, storage, admin, log })]);
});
afterAll(() => services[Symbol.asyncDispose]());

test('fills a database once, however many processes begin', async () => {
  const { db, sql } = services;
  const published = demoPosts.filter(({ age }) => age !== undefined).length;
  expect((await listPosts(db, { limit: 100 })).items).toHaveLength(published);
  expect((await listProducts(db, { limit: 100 })).items).toHaveLength(14);
  expect(await sql`select 1 from users where role = 'admin'`).toHaveLength(1);
});

test('every picture is stored, and nothing else is', async () => {
  const { sql, storage } = services;
  const rows = await sql<{ id: string }[]>`select id from files`;
  const stored = (await Array.fromAsync(storage.list())).map(({ key }) => key).sort();
  expect(stored).toEqual(rows.flatMap(({ id }) => [id, `${id}.webp`]).sort());
  expect(rows.length).toBeGreaterThan(40);
});

test('every published post has an author with a face, a cover described in words, tags and an excerpt', async () => {
  const { items } = await listPosts(services.db, { limit: 100 });
  for (const { author, cover, tags, excerpt, publishedAt } of items) {
    expect(author.avatar).not.toBeNull();
    expect(cover?.alt).not.toBe('');
    expect(tags.length).toBeGreaterThan(0);
    expect(excerpt.length).toBeGreaterThan(60);
    expect(publishedAt?.getTime()).toBeLessThan(Date.now());
  }
  expect(new Set(items.map(({ cover }) => cover?.id)).size).toBe(items.length);
});

test('nobody but the administrator can sign in', async () => {
  const rows = await services.sql`select username from users where password_hash is not null`;
  expect(rows.map(({ username }) => username)).toEqual(['admin']);
});

test('does nothing where somebody has an account', async () => {
  const { db, storage, sql } = services;
  const before = await sql`select count(*) from posts`;
  await seed({ db, storage, admin: { ...admin, password: 'another password' }, log });
  expect(await sql`select count(*) from posts`).toEqual(before);
});
