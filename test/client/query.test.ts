import { hashKey, InfiniteQueryObserver, MutationObserver, QueryClient } from '@tanstack/query-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../client/src/index.ts';
import { type ApiQueries, createQueries } from '../../client/src/query.ts';
import { type TestApp, testApp } from '../support/app.ts';

let server: TestApp;
let api: ApiQueries;

beforeAll(async () => {
  server = await testApp();
  const author = await server.user();
  for (const title of ['One', 'Two', 'Three']) {
    await author.rpc.posts.create.mutate({ title, body: '', tags: ['binding'], status: 'published' });
  }
  api = createQueries(author.rpc);
});
afterAll(() => server[Symbol.asyncDispose]());

describe('queries', () => {
  it('fetch through the client and cache under their key', async () => {
    const queries = new QueryClient();
    const options = api.posts.list.queryOptions({ limit: 2 });
    const { items } = await queries.fetchQuery(options);
    expect(items).toHaveLength(2);
    expect(queries.getQueryData(api.posts.list.queryKey({ limit: 2 }))?.items).toEqual(items);
  });

  it('may leave out an input that takes nothing', async () => {
    expect(await new QueryClient().fetchQuery(api.posts.tags.queryOptions())).toEqual({
      items: [{ tag: 'binding', count: 3 }],
    });
  });

  it('keep the options they are given', () => {
    expect(api.posts.tags.queryOptions(undefined, { staleTime: 5 })).toMatchObject({ staleTime: 5 });
  });
});

describe('infinite queries', () => {
  it('follow the cursor to the last page', async () => {
    const pages = new InfiniteQueryObserver(
      new QueryClient(),
      api.posts.list.infiniteQueryOptions({ tag: 'binding', limit: 2 }),
    );
    const stop = pages.subscribe(() => {});
    await pages.fetchNextPage();
    const { data, hasNextPage } = await pages.fetchNextPage();
    stop();
    expect(data?.pages.flatMap((page) => page.items.map(({ title }) => title))).toEqual([
      'Three',
      'Two',
      'One',
    ]);
    expect(hasNextPage).toBe(false);
  });

  it('have another key than the plain query', () => {
    expect(hashKey(api.posts.list.infiniteQueryKey({}))).not.toBe(hashKey(api.posts.list.queryKey({})));
  });
});

describe('mutations', () => {
  it('run, and what they changed is asked for anew', async () => {
    const queries = new QueryClient();
    await queries.fetchQuery(api.posts.tags.queryOptions());
    const create = new MutationObserver(
      queries,
      api.posts.create.mutationOptions({
        onSuccess: () => queries.invalidateQueries({ queryKey: api.posts.pathKey() }),
      }),
    );
    const post = await create.mutate({ title: 'Four', body: '' });
    expect(post.title).toBe('Four');
    expect(queries.getQueryState(api.posts.tags.queryKey())?.isInvalidated).toBe(true);
  });
});

describe('subscriptions', () => {
  it('are followed until one leaves', async () => {
    const { items } = await new QueryClient().fetchQuery(api.posts.list.queryOptions({ limit: 1 }));
    const postId = items[0]?.id ?? '';
    const follow = api.comments.live.subscriptionOptions({ postId });
    expect(follow.queryKey).toEqual(api.comments.live.subscriptionKey({ postId }));
    const told: string[] = [];
    const following = follow.subscribe({ onData: ({ data }) => void told.push(data.type) });
    await expect.poll(() => told).toEqual(['reset']);
    following.unsubscribe();
  });
});

it('a query is not sent again by the client, since TanStack Query does it', async () => {
  let asked = 0;
  const client = createClient({
    url: 'http://localhost/rpc',
    fetch: async () => {
      asked += 1;
      throw new TypeError('fetch failed');
    },
  });
  const options = createQueries(client).posts.tags.queryOptions(undefined, { retry: 1, retryDelay: 1 });
  await expect(new QueryClient().fetchQuery(options)).rejects.toThrow('fetch failed');
  expect(asked).toBe(2);
});

it('a name that is no method is an error, not a silent nothing', () => {
  const wrong: unknown = Reflect.get(api.posts.list, 'fetchIt');
  expect(() => (wrong as () => unknown)()).toThrow('posts.list.fetchIt');
});
