import type { Page } from '@portico/shared/paging';
import type { Post, PostSummary } from '@portico/shared/posts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { answerOf, type Door, doorNames, openDoor, pointersOf } from './doors.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const published = { title: 'On hinges', body: 'A door is **two** things.', status: 'published' } as const;

describe.each(doorNames)('posts through %s', (doorName) => {
  let door: Door;
  let author: UserAgent;
  beforeAll(async () => {
    door = openDoor(doorName, app);
    author = await app.user();
  });

  const create = async (input: object = published, agent = author) =>
    answerOf<Post>(await door.call(agent, 'posts.create', input));
  const read = async (id: string, agent = author) =>
    answerOf<Post>(await door.call(agent, 'posts.get', { id }));

  test('a post is written, read by its id and its slug, edited and deleted', async () => {
    const post = await create({ ...published, tags: ['Doors', 'wood-work'] });
    expect(post).toMatchObject({ ...published, tags: ['doors', 'wood-work'], version: 1, cover: null });
    expect(post.slug).toMatch(/^on-hinges/);
    expect(post.publishedAt).toBeInstanceOf(Date);
    expect(await read(post.id, app.visitor())).toEqual(post);
    expect(answerOf(await door.call(app.visitor(), 'posts.bySlug', { slug: post.slug }))).toEqual(post);

    const edit = { id: post.id, title: 'On locks', tags: [], version: 1 };
    const edited = answerOf<Post>(await door.call(author, 'posts.update', edit));
    expect(edited).toMatchObject({
      title: 'On locks',
      body: published.body,
      tags: [],
      version: 2,
      slug: post.slug,
    });
    expect(edited.updatedAt.getTime()).toBeGreaterThanOrEqual(post.updatedAt.getTime());
    expect(await read(post.id)).toEqual(edited);

    expect(answerOf(await door.call(author, 'posts.delete', { id: post.id }))).toBeUndefined();
    for (const [id, input] of [
      ['posts.get', { id: post.id }],
      ['posts.bySlug', { slug: post.slug }],
      ['posts.update', { id: post.id, title: 'Gone', version: 2 }],
      ['posts.delete', { id: post.id }],
    ] as const) {
      expect(await door.call(author, id, input)).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('two posts of one title have two addresses', async () => {
    const [first, second] = [await create(), await create()];
    expect(first.slug).not.toBe(second.slug);
  });

  test('any script, emoji and line breaks come back as they were sent', async () => {
    const input = {
      ...published,
      title: 'Überраз 門 🚪 ‘“<&>”’',
      body: 'a\r\nb\n\tc\u2028d 👩‍👩‍👧 \\u0000 %00',
    };
    const post = await create(input);
    expect(post).toMatchObject(input);
    expect(await read(post.id)).toEqual(post);
    expect(answerOf(await door.call(author, 'posts.bySlug', { slug: post.slug }))).toEqual(post);
  });

  test.each([
    ['nothing', {}, ['/body', '/title']],
    ['a number as title', { ...published, title: 7 }, ['/title']],
    ['an empty title', { ...published, title: '   ' }, ['/title']],
    ['a title of two lines', { ...published, title: 'one\ntwo' }, ['/title']],
    ['a title too long', { ...published, title: 'x'.repeat(161) }, ['/title']],
    ['a body too long', { ...published, body: 'x'.repeat(100_001) }, ['/body']],
    ['NUL in the body', { ...published, body: 'a\0b' }, ['/body']],
    ['half a character in the body', { ...published, body: 'a\ud83d' }, ['/body']],
    ['a string as tags', { ...published, tags: 'garden' }, ['/tags']],
    ['an odd tag', { ...published, tags: ['fine', 'not fine'] }, ['/tags/1']],
    ['too many tags', { ...published, tags: Array.from({ length: 11 }, (_, n) => `tag${n}`) }, ['/tags']],
    ['an unknown status', { ...published, status: 'burnt' }, ['/status']],
    ['no id as cover', { ...published, coverId: 'cover' }, ['/coverId']],
    ['a cover that does not exist', { ...published, coverId: crypto.randomUUID() }, ['/coverId']],
  ])('writing with %s is refused at its fields, and nothing is written', async (_, input, pointers) => {
    const count = async () =>
      answerOf<Page<PostSummary>>(await door.call(author, 'posts.mine', { limit: 100 })).items.length;
    const before = await count();
    const outcome = await door.call(author, 'posts.create', input);
    expect(outcome).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(pointersOf(outcome)).toEqual(pointers);
    expect(await count()).toBe(before);
  });

  test.each(['posts.get', 'posts.delete'])(
    '%s by something that is no id is refused at the id',
    async (operation) => {
      for (const id of ['1', "' or 1=1 --", '00000000-0000-0000-0000-00000000000g']) {
        const outcome = await door.call(author, operation, { id });
        expect(outcome).toMatchObject({ status: 422 });
        expect(pointersOf(outcome)).toEqual(['/id']);
      }
    },
  );

  test('a draft is not found by anybody but its author and administrators', async () => {
    const draft = await create({ title: 'Not yet', body: '' });
    expect(draft).toMatchObject({ status: 'draft', publishedAt: null });
    const [other, admin] = await Promise.all([app.user(), app.admin()]);
    for (const stranger of [app.visitor(), other]) {
      for (const [id, input] of [
        ['posts.get', { id: draft.id }],
        ['posts.bySlug', { slug: draft.slug }],
      ] as const) {
        expect(await door.call(stranger, id, input)).toMatchObject({ status: 404, code: 'not_found' });
      }
      const { items } = answerOf<Page<PostSummary>>(await door.call(stranger, 'posts.list', { limit: 100 }));
      expect(items.map(({ id }) => id)).not.toContain(draft.id);
    }
    expect(await read(draft.id, admin)).toEqual(draft);
    expect(await read(draft.id)).toEqual(draft);
  });

  test('another user’s post can neither be edited nor deleted, and stays as it is', async () => {
    const [post, other] = [await create(), await app.user()];
    const edit = { id: post.id, title: 'Mine now', version: 1 };
    expect(await door.call(other, 'posts.update', edit)).toMatchObject({ status: 404, code: 'not_found' });
    expect(await door.call(other, 'posts.delete', { id: post.id })).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect(await read(post.id)).toEqual(post);
  });

  test('nobody can write', async () => {
    const post = await create();
    for (const [id, input] of [
      ['posts.create', published],
      ['posts.update', { id: post.id, title: 'x', version: 1 }],
      ['posts.delete', { id: post.id }],
      ['posts.mine', {}],
    ] as const) {
      expect(await door.call(app.visitor(), id, input)).toMatchObject({
        status: 401,
        code: 'unauthenticated',
      });
    }
  });

  test('an edit of a version that is gone changes nothing', async () => {
    const { id } = await create();
    await door.call(author, 'posts.update', { id, title: 'First wins', version: 1 });
    const stale = await door.call(author, 'posts.update', { id, title: 'Second', body: 'lost?', version: 1 });
    expect(stale).toMatchObject({ status: 412, code: 'version_conflict' });
    expect(await read(id)).toMatchObject({ title: 'First wins', body: published.body, version: 2 });
  });

  test('of many edits of one version at once, one succeeds', async () => {
    const { id } = await create();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        door.call(author, 'posts.update', { id, title: `Edit ${n}`, version: 1 }),
      ),
    );
    const winners = outcomes.filter((outcome) => outcome.ok);
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'version_conflict')).toHaveLength(7);
    expect(await read(id)).toEqual(winners[0] && answerOf(winners[0]));
  });

  test('an edit says which version it means', async () => {
    const { id } = await create();
    const outcome = await door.call(author, 'posts.update', { id, title: 'Blind' });
    expect(outcome).toMatchObject({ status: 422 });
    expect(pointersOf(outcome)).toEqual(['/version']);
  });

  test('publishing keeps the moment, also when the post was a draft again', async () => {
    const { id } = await create({ title: 'To and fro', body: '' });
    const step = async (status: string, version: number) =>
      answerOf<Post>(await door.call(author, 'posts.update', { id, status, version }));
    const first = await step('published', 1);
    expect(first.publishedAt).toBeInstanceOf(Date);
    await step('draft', 2);
    expect((await step('published', 3)).publishedAt).toEqual(first.publishedAt);
  });
});
