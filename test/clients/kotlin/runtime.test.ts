/** The runtime of the Kotlin client against a server that misbehaves. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import { root } from '../../support/repository.ts';
import { compile, compileClient } from './compile.ts';
import { wantedKotlin } from './compiler.ts';
import { type Seen, startHostileServer } from './hostile-server.ts';

const kotlin = await wantedKotlin();

suite.skipIf(kotlin === undefined)('the Kotlin runtime', () => {
  let seen: ReadonlyMap<string, Seen>;
  const resources = new AsyncDisposableStack();
  const said: string[] = [];

  beforeAll(async () => {
    if (!kotlin) return;
    const client = await compileClient(kotlin);
    const sources = [join(root, 'test/clients/kotlin/checks')];
    const checks = await compile(kotlin, { name: 'checks', sources, classpath: [client], isLibrary: false });
    const server = resources.use(await startHostileServer());
    seen = server.seen;
    const args = ['-cp', [checks, client, ...kotlin.libraries].join(':'), 'checks.MainKt'];
    const { stdout } = await promisify(execFile)(kotlin.java, args, {
      env: { ...process.env, PORTICO_ORIGIN: server.origin },
      timeout: 60_000,
    });
    said.push(...stdout.trim().split('\n'));
  }, 600_000);
  afterAll(() => resources.disposeAsync());

  test('stands every case', () => {
    expect(said.filter((line) => !line.startsWith('ok '))).toEqual([]);
    expect(said.length).toBeGreaterThan(20);
  });

  test('sends a call that changes something once', () => {
    expect(seen.get('drop-put')?.requests).toEqual(['PUT /posts/1']);
    expect(seen.get('unauthenticated')?.requests).toEqual(['POST /login']);
  });

  test('sends a call that changes nothing again', () => {
    expect(seen.get('drop-once')?.requests).toEqual(['GET /tags', 'GET /tags']);
    expect(seen.get('html-502')?.requests).toHaveLength(4);
  });

  test('keeps a connection for the calls that follow, and knows one that the server has closed', () => {
    expect(seen.get('fine')?.connections.size).toBe(1);
    expect(seen.get('stale')?.connections.size).toBe(3);
  });

  test('encodes parts of addresses', () => {
    expect(seen.get('fine')?.requests.slice(5)).toEqual(['GET /posts/%E6%97%A5%E6%9C%AC%2F%C3%A9%20%3F%23']);
  });

  test('lets go of a silent stream at once', async () => {
    await expect.poll(() => seen.get('silent')?.closedAfterMs).toBeLessThan(2_000);
  });
});
