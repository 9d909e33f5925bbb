import { setTimeout } from 'node:timers/promises';
import type { Post } from '@portico/shared/posts';
import { expect, test } from 'vitest';
import { dataFolder } from '../support/server-process.ts';

interface Answer {
  readonly status: number;
  readonly replayed: boolean;
  readonly id: string;
}

async function register(address: string): Promise<string> {
  const person = { username: 'writer', email: 'writer@example.com', password: 'correct horse battery' };
  const response = await fetch(`${address}/api/register`, {
    method: 'POST',
    body: new URLSearchParams(person),
  });
  expect(response.status).toBe(201);
  return response.headers.getSetCookie().join().split(';')[0] ?? '';
}

/** Writes a post whose title is its key, so that effects can be counted. */
async function write(address: string, cookie: string, key: string): Promise<Answer> {
  const response = await fetch(`${address}/api/posts`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ title: key, body: 'x'.repeat(20_000), status: 'published' }),
  });
  const { id } = (await response.json()) as Post;
  return { status: response.status, replayed: response.headers.has('idempotency-replayed'), id };
}

/** Tries again as long as the first attempt may still run. */
async function retry(address: string, cookie: string, key: string): Promise<Answer> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await write(address, cookie, key);
    if (answer.status !== 409) return answer;
    await setTimeout(100);
  }
  throw new Error(`${key} is still taken after ten seconds`);
}

/** The ids of all posts, by title. */
async function written(address: string, cookie: string): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
    const response = await fetch(`${address}/api/me/posts?${query}`, { headers: { cookie } });
    const page = (await response.json()) as { items: Post[]; nextCursor: string | null };
    for (const { title, id } of page.items) ids.set(title, [...(ids.get(title) ?? []), id]);
    cursor = page.nextCursor;
  }
  return ids;
}

test('kill -9 in the middle of keyed requests: repeated elsewhere, each has one effect and one answer', async () => {
  await using folder = await dataFolder();
  const doomed = folder.start({ SEED: 'never' });
  const address = await doomed.up;
  const cookie = await register(address);
  const survivor = folder.start({ SEED: 'never' });
  const refuge = await survivor.up;

  const answered = new Map<string, Answer>();
  const sent: string[] = [];
  const enough = Promise.withResolvers<void>();
  const client = async (name: number) => {
    for (let turn = 0; ; turn += 1) {
      const key = `client-${name}-turn-${turn}`;
      sent.push(key);
      answered.set(key, await write(address, cookie, key));
      if (answered.size === 60) enough.resolve();
    }
  };
  const clients = Array.from({ length: 12 }, (_, name) => client(name).catch(() => {}));
  await enough.promise;
  doomed.kill('SIGKILL');
  await doomed.ended;
  await Promise.all(clients);

  const repeated = await Promise.all(
    sent.map(async (key) => [key, await retry(refuge, cookie, key)] as const),
  );
  const posts = await written(refuge, cookie);
  expect([...posts.keys()].toSorted()).toEqual(sent.toSorted());
  for (const [key, { status, replayed, id }] of repeated) {
    expect({ key, status, ids: posts.get(key) }).toEqual({ key, status: 201, ids: [id] });
    const before = answered.get(key);
    if (before) expect({ key, replayed, id }).toEqual({ key, replayed: true, id: before.id });
  }
  expect(answered.size).toBeGreaterThanOrEqual(60);
  expect(sent.length).toBeGreaterThan(answered.size);
});

test('two processes take one key for one call', async () => {
  await using folder = await dataFolder();
  const [one, other] = [folder.start({ SEED: 'never' }), folder.start({ SEED: 'never' })];
  const addresses = [await one.up, await other.up];
  const cookie = await register(addresses[0] ?? '');
  const attempts = Array.from({ length: 20 }, (_, index) => {
    const key = `shared-${Math.floor(index / 4)}`;
    return write(addresses[index % 2] ?? '', cookie, key);
  });
  const statuses = (await Promise.all(attempts)).map(({ status }) => status);
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
  const posts = await written(addresses[1] ?? '', cookie);
  expect([...posts.values()].map((ids) => ids.length)).toEqual([1, 1, 1, 1, 1]);
});
