import { Agent, request } from 'node:http';
import { expect, test, vi } from 'vitest';
import { dataFolder, isRunning, register } from '../support/server-process.ts';

vi.setConfig({ testTimeout: 60_000 });

/** One request of a client: `refused` found no connection and was never sent, all else is an answer or a failure. */
type Fate = number | 'refused' | 'failed';

/** Sends over kept connections, as proxies and browsers do. */
function send(agent: Agent, address: string, cookie: string, index: number): Promise<Fate> {
  const writes = index % 4 === 0;
  const body = JSON.stringify({ title: `Post ${index}`, body: 'x'.repeat(500), status: 'published' });
  return new Promise((resolve) => {
    const outgoing = request(
      `${address}/api/posts`,
      {
        agent,
        method: writes ? 'POST' : 'GET',
        headers: { cookie, ...(writes && { 'content-type': 'application/json' }) },
      },
      (response) => {
        response.on('end', () => resolve(response.complete ? (response.statusCode ?? 0) : 'failed'));
        response.on('error', () => resolve('failed'));
        response.resume();
      },
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.syscall === 'connect' ? 'refused' : 'failed'),
    );
    outgoing.end(writes ? body : undefined);
  });
}

test.each([
  ['kept connections', true],
  ['a connection for each request', false],
])('SIGTERM under load over %s ends in time, and no request that was sent fails', async (_, keepAlive) => {
  await using folder = await dataFolder();
  const server = folder.start({ SEED: 'never' });
  const address = await server.up;
  const cookie = await register(address);
  const database = folder.database() ?? 0;
  expect(isRunning(database)).toBe(true);

  const agent = new Agent({ keepAlive, maxSockets: 40 });
  const fates: Fate[] = [];
  const loaded = Promise.withResolvers<void>();
  const client = async (offset: number) => {
    for (let index = offset; ; index += 40) {
      const fate = await send(agent, address, cookie, index);
      fates.push(fate);
      if (fates.length === 300) loaded.resolve();
      if (typeof fate === 'string') return;
    }
  };
  const clients = Array.from({ length: 40 }, (_, offset) => client(offset));
  await loaded.promise;
  const told = performance.now();
  server.kill('SIGTERM');
  const { code, signal } = await server.ended;
  const seconds = (performance.now() - told) / 1_000;
  await Promise.all(clients);
  agent.destroy();

  expect({ code, signal }).toEqual({ code: 0, signal: null });
  expect(seconds).toBeLessThan(10);
  expect(Object.keys(Object.groupBy(fates, String)).toSorted()).toEqual(['200', '201', 'refused']);
  expect(isRunning(server.pid)).toBe(false);
  expect(isRunning(database)).toBe(false);
});

test('connections that only listen do not hold up the end', async () => {
  await using folder = await dataFolder();
  const server = folder.start({ SEED: 'never' });
  const address = await server.up;
  const agent = new Agent({ keepAlive: true });
  await Promise.all(Array.from({ length: 10 }, () => send(agent, address, '', 1)));
  const told = performance.now();
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  expect(performance.now() - told).toBeLessThan(6_000);
  agent.destroy();
});
