import { expect, it } from 'vitest';
import { createClient } from '../../client/src/index.ts';

it('a platform whose answers cannot be read as they come says so, once', async () => {
  let asked = 0;
  const client = createClient({
    url: 'http://localhost/rpc',
    fetch: async () => {
      asked += 1;
      return new Response(null, { headers: { 'content-type': 'text/event-stream' } });
    },
  });
  const live = client.comments.live.subscribe({ postId: '00000000-0000-4000-8000-000000000000' });
  await expect(live.next()).rejects.toThrow('The fetch of this platform reads no streams');
  expect(asked).toBe(1);
});
