import { expect, it } from 'vitest';
import { items } from '../../client/src/index.ts';
import { testApp } from '../support/app.ts';

it('every item of every page comes once; a page is asked for when the one before was read', async () => {
  await using server = await testApp();
  const { rpc } = await server.user();
  for (const title of ['1', '2', '3', '4', '5']) await rpc.posts.create.mutate({ title, body: '' });
  let asked = 0;
  const list = {
    query: (...call: Parameters<typeof rpc.posts.mine.query>) => {
      asked += 1;
      return rpc.posts.mine.query(...call);
    },
  };
  const titles: string[] = [];
  const askedBy: number[] = [];
  for await (const { title } of items(list, { limit: 2 })) {
    titles.push(title);
    askedBy.push(asked);
  }
  expect(titles).toEqual(['5', '4', '3', '2', '1']);
  expect(askedBy).toEqual([1, 1, 2, 2, 3]);
  expect(await Array.fromAsync(items(list, { status: 'published' }))).toEqual([]);
});
