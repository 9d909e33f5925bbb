import { expect, test, vi } from 'vitest';
import { events } from '../support/events.ts';
import { dataFolder, register } from '../support/server-process.ts';

vi.setConfig({ testTimeout: 90_000 });

interface Told {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** Follows a post's comments at one address until the connection ends. */
async function* follow(address: string, postId: string, lastEventId = ''): AsyncGenerator<Told> {
  const headers = { ...(lastEventId !== '' && { 'last-event-id': lastEventId }) };
  const response = await fetch(`${address}/api/posts/${postId}/comments/live`, { headers });
  for await (const { id = '', data } of events(response)) {
    const { type, comment } = JSON.parse(data) as { type: string; comment?: { body: string } };
    yield { id, type, body: comment?.body ?? '' };
  }
}

/** Takes so many comments, or as many as come before the connection breaks. */
async function take(source: AsyncGenerator<Told>, count: number): Promise<Told[]> {
  const told: Told[] = [];
  try {
    while (told.length < count) {
      const { value, done } = await source.next();
      if (done) break;
      if (value.type !== 'reset') told.push(value);
    }
  } catch {
    // The process at the other end was killed.
  }
  return told;
}

test('two processes tell each other exactly once, and one takes over from another that was killed', async () => {
  await using folder = await dataFolder();
  const killed = folder.start({ SEED: 'never' });
  const first = await killed.up;
  const server = folder.start({ SEED: 'never' });
  const second = await server.up;
  const cookie = await register(first);
  const post = async (address: string, path: string, body: object) => {
    const headers = { cookie, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${address}/api${path}`, init);
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string };
  };
  const { id } = await post(first, '/posts', { title: 'Live', body: 'Text', status: 'published' });
  const comment = (address: string, body: string) => post(address, `/posts/${id}/comments`, { body });

  const [here, there] = [follow(first, id), follow(second, id)];
  for (const source of [here, there]) expect((await source.next()).value).toMatchObject({ type: 'reset' });
  const inTurns = Array.from({ length: 8 }, (_, index) =>
    comment(index % 2 ? first : second, `turn ${index}`),
  );
  await Promise.all(inTurns);
  const [seenHere, seenThere] = await Promise.all([take(here, 8), take(there, 8)]);
  expect(seenHere).toEqual(seenThere);
  expect(new Set(seenHere.map(({ body }) => body)).size).toBe(8);

  const lost = take(here, 4);
  await comment(second, 'before');
  killed.kill('SIGKILL');
  await killed.ended;
  for (const body of ['after 1', 'after 2', 'after 3']) await comment(second, body);
  const before = await lost;
  const resumed = await take(follow(second, id, (before.at(-1) ?? seenHere.at(-1))?.id), 4 - before.length);
  expect([...before, ...resumed].map(({ body }) => body)).toEqual([
    'before',
    'after 1',
    'after 2',
    'after 3',
  ]);
  expect([...before, ...resumed]).toEqual(await take(there, 4));

  const end = take(there, 1);
  server.kill('SIGTERM');
  expect(await end).toEqual([]);
  expect((await server.ended).code).toBe(0);
});
