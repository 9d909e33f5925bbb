import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../../server/src/db/transaction.ts';
import type { Caller } from '../../../server/src/engine/auth/caller.ts';
import { deleteFile } from '../../../server/src/features/files/files.service.ts';
import { createPost, readPost, updatePost } from '../../../server/src/features/posts/posts.service.ts';
import { type Services, testServices } from '../../support/services.ts';

let services: Services;
let author: Caller;
beforeAll(async () => {
  services = await testServices();
  author = await services.caller();
});
afterAll(() => services[Symbol.asyncDispose]());

const draft = { title: 'On hinges', body: '', tags: [], status: 'draft', coverId: null } as const;
const create = (more: object = {}) => createPost(services.db, author, { ...draft, tags: [], ...more });

describe('the address of a post', () => {
  test('follows the title until the first publication', async () => {
    const { db } = services;
    const post = await create({ title: 'A first thought' });
    const renamed = await updatePost(db, author, { id: post.id, title: 'A second thought', version: 1 });
    expect(renamed.slug).toBe('a-second-thought');
    await updatePost(db, author, { id: post.id, status: 'published', version: 2 });
    const later = await updatePost(db, author, { id: post.id, title: 'A third thought', version: 3 });
    expect(later.slug).toBe('a-second-thought');
    await updatePost(db, author, { id: post.id, status: 'draft', version: 4 });
    const again = await updatePost(db, author, { id: post.id, title: 'A fourth thought', version: 5 });
    expect(again.slug).toBe('a-second-thought');
  });

  test('is its own, however many posts of one title are written at once', async () => {
    const posts = await Promise.all(Array.from({ length: 12 }, () => create({ title: 'Twelve doors' })));
    expect(new Set(posts.map(({ slug }) => slug)).size).toBe(12);
    expect(posts.map(({ slug }) => slug)).toContain('twelve-doors');
  });

  test('is found also inside a transaction that goes on', async () => {
    await create({ title: 'Taken' });
    const slugs = await transaction(services.db, async (tx) => {
      const second = await createPost(tx, author, { ...draft, tags: [], title: 'Taken' });
      const seen = await readPost(tx, author, second.id);
      return [second.slug, seen.slug];
    });
    expect(slugs[0]).toMatch(/^taken-[0-9a-z]{6}$/);
    expect(slugs[1]).toBe(slugs[0]);
  });
});

describe('the cover of a post', () => {
  test('is a public picture of its author, also when an administrator edits', async () => {
    const { db } = services;
    const admin = await services.caller('admin');
    const [own, foreign] = await Promise.all([services.pictureOf(author), services.pictureOf(admin)]);
    const post = await create();
    const edited = await updatePost(db, admin, { id: post.id, coverId: own.id, version: 1 });
    expect(edited.cover?.id).toBe(own.id);
    await expect(
      updatePost(db, admin, { id: post.id, coverId: foreign.id, version: 2 }),
    ).rejects.toMatchObject({ reason: 'invalid_input', options: { issues: [{ pointer: '/coverId' }] } });
  });

  test('that is deleted while it is chosen is either refused or gone, and never an error of the database', async () => {
    const { db, storage } = services;
    for (let round = 0; round < 10; round += 1) {
      const cover = await services.pictureOf(author);
      const [created] = await Promise.allSettled([
        create({ coverId: cover.id }),
        deleteFile(db, storage, author, cover.id),
      ]);
      if (created.status === 'rejected') {
        expect(created.reason).toMatchObject({ reason: 'invalid_input' });
      } else {
        expect((await readPost(db, author, created.value.id)).cover).toBeNull();
      }
    }
  });
});

test('a text of the largest size, of the longest words of any script, is stored and found', async () => {
  const words = Array.from(
    { length: 33_000 },
    (_, index) => String.fromCodePoint(0x20000 + index) + String.fromCodePoint(0x20000 + (index % 300)),
  );
  const body = words.join(' ').slice(0, 100_000).toWellFormed();
  const post = await create({ body });
  expect((await readPost(services.db, author, post.id)).body).toBe(body);
});
