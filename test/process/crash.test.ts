import { expect, test, vi } from 'vitest';
import { dataFolder, isRunning, register } from '../support/server-process.ts';

vi.setConfig({ testTimeout: 60_000 });

test('kill -9 in the middle of writes loses nothing that was answered', async () => {
  await using folder = await dataFolder();
  const killed = folder.start({ SEED: 'never' });
  const address = await killed.up;
  const cookie = await register(address);
  const answered: string[] = [];
  const enough = Promise.withResolvers<void>();
  const write = async () => {
    for (;;) {
      const headers = { cookie, 'content-type': 'application/json' };
      const body = JSON.stringify({ title: 'Kept', body: 'x'.repeat(2_000), status: 'published' });
      const response = await fetch(`${address}/api/posts`, { method: 'POST', headers, body });
      const { id } = (await response.json()) as { id: string };
      answered.push(id);
      if (answered.length === 80) enough.resolve();
    }
  };
  const writers = Array.from({ length: 8 }, () => write().catch(() => {}));
  await enough.promise;
  killed.kill('SIGKILL');
  await killed.ended;
  await Promise.all(writers);

  const server = folder.start({ SEED: 'never' });
  const again = await server.up;
  const statuses = await Promise.all(
    answered.map(async (id) => (await fetch(`${again}/api/posts/${id}`)).status),
  );
  expect(statuses.length).toBeGreaterThanOrEqual(80);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await fetch(`${again}/api/me`, { headers: { cookie } })).status).toBe(200);
  const database = folder.database() ?? 0;
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  expect(isRunning(database)).toBe(false);
});

test('kill -9 of the database loses nothing, and the server recovers without a restart', async () => {
  await using folder = await dataFolder();
  const server = folder.start({ SEED: 'never', LOG_LEVEL: 'fatal' });
  const address = await server.up;
  const cookie = await register(address);
  const killed = folder.database() ?? 0;
  process.kill(killed, 'SIGKILL');
  const seen = new Set<number>();
  const me = async () => {
    const { status } = await fetch(`${address}/api/me`, { headers: { cookie } });
    seen.add(status);
    return status;
  };
  await expect.poll(() => isRunning(killed), { timeout: 5_000 }).toBe(false);
  await expect.poll(me, { timeout: 15_000 }).toBe(200);
  expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  const database = folder.database() ?? 0;
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  expect(isRunning(database)).toBe(false);
});
