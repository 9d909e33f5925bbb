import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { type Cable, createCable } from '../support/cable.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { type Door, doorNames, openDoor } from './doors.ts';

let cable: Cable;
let app: TestApp;
let user: UserAgent;
beforeAll(async () => {
  cable = createCable();
  app = await testApp({}, cable.url);
  user = await app.user();
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await cable[Symbol.asyncDispose]();
});

const post = { title: 'Written', body: '' };

describe.each(doorNames)('the database goes away, seen through %s', (doorName) => {
  let door: Door;
  beforeAll(() => {
    door = openDoor(doorName, app);
  });
  beforeEach(async () => {
    expect(await door.call(user, 'posts.list', {})).toMatchObject({ ok: true });
  });

  test('calls that need it fail soon as unavailable, and work as soon as it is back', async () => {
    await cable.cut();
    try {
      const started = performance.now();
      for (const [id, input] of [
        ['posts.list', {}],
        ['posts.create', post],
        ['accounts.me', {}],
        ['accounts.login', { username: 'anyone', password: 'anything' }],
      ] as const) {
        expect(await door.call(user, id, input)).toMatchObject({ status: 503, code: 'unavailable' });
      }
      expect(performance.now() - started).toBeLessThan(10_000);
    } finally {
      await cable.mend();
    }
    for (let call = 0; call < 5; call += 1) {
      await expect
        .poll(() => door.call(user, 'posts.list', {}), { timeout: 5_000 })
        .toMatchObject({ ok: true });
    }
    expect(await door.call(user, 'posts.create', post)).toMatchObject({ ok: true });
  });

  test('calls under way when it goes end as unavailable or answered, and none hangs', async () => {
    const calls = Array.from({ length: 20 }, (_, index) =>
      index % 2 ? door.call(user, 'posts.create', post) : door.call(user, 'posts.list', {}),
    );
    await cable.cut();
    try {
      for (const outcome of await Promise.all(calls)) {
        if (!outcome.ok) expect(outcome).toMatchObject({ status: 503, code: 'unavailable' });
      }
    } finally {
      await cable.mend();
    }
    await expect
      .poll(() => door.call(user, 'posts.list', {}), { timeout: 5_000 })
      .toMatchObject({ ok: true });
  });
});

test('the answer says when to try again, through both doors', async () => {
  await cable.cut();
  try {
    for (const path of ['/api/posts', '/rpc/posts.list?input=%7B%22json%22%3A%7B%7D%7D']) {
      const response = await app.visitor().fetch(path);
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await response.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|postgres/);
    }
  } finally {
    await cable.mend();
  }
});

test('the process lives on, is not ready, and serves the site', async () => {
  await cable.cut();
  try {
    expect((await app.visitor().fetch('/health/live')).status).toBe(200);
    const ready = await app.visitor().fetch('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.headers.get('retry-after')).toBe('2');
    expect((await app.visitor().fetch('/posts')).status).toBeLessThan(500);
  } finally {
    await cable.mend();
  }
  await expect
    .poll(async () => (await app.visitor().fetch('/health/ready')).status, { timeout: 5_000 })
    .toBe(200);
});

test('a database that takes every question and answers none: the server says that it is not ready, and ends in time', async () => {
  const { connection: silent, server } = await followed();
  silent.hold(true);
  const asked = performance.now();
  expect((await server.visitor().fetch('/health/ready')).status).toBe(503);
  expect(performance.now() - asked).toBeLessThan(5_000);
  await server[Symbol.asyncDispose]();
  expect(performance.now() - asked).toBeLessThan(18_000);
  await silent[Symbol.asyncDispose]();
}, 60_000);

/** A server that listens to what happens in its database, as it does once somebody follows comments. */
async function followed() {
  const connection = createCable();
  const server = await testApp({}, connection.url);
  await server.app.server.ready();
  const author = await server.user();
  const { id } = await author.rpc.posts.create.mutate({ ...post, status: 'published' });
  const gone = new AbortController();
  const live = await author.fetch(`/api/posts/${id}/comments/live`, { signal: gone.signal });
  await live.body?.getReader().read();
  gone.abort();
  return { connection, server };
}
