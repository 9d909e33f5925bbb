import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { copiedRepository } from '../support/copied-repository.ts';
import { dataFolder, isRunning } from '../support/server-process.ts';

vi.setConfig({ testTimeout: 60_000 });

const login = async (address: string, username: string, password: string) => {
  const response = await fetch(`${address}/api/login`, {
    method: 'POST',
    body: new URLSearchParams({ username, password }),
  });
  return {
    status: response.status,
    body: await response.json(),
    cookie: response.headers.getSetCookie().join(),
  };
};

describe('a start', () => {
  test('the first prints the addresses and an admin who can sign in; the next one no longer does', async () => {
    await using folder = await dataFolder();
    const first = folder.start();
    const address = await first.up;
    expect(first.output()).toContain(`${address}/api/docs`);
    expect(first.output()).toContain(`${address}/rpc`);
    const [, username = '', password = ''] = /Admin\s+(\S+) \/ (\S+)/.exec(first.output()) ?? [];
    expect(await login(address, username, password)).toMatchObject({ status: 200, body: { role: 'admin' } });

    for (const path of ['/', '/api/docs', '/api/openapi.json', '/api/posts?limit=5', '/health/ready']) {
      expect({ path, status: (await fetch(address + path)).status }).toEqual({ path, status: 200 });
    }
    const posts = await (await fetch(`${address}/api/posts?limit=5`)).json();
    expect(posts.items).toHaveLength(5);

    first.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
    const second = folder.start();
    const again = await second.up;
    expect(second.output()).not.toMatch(/Admin|shown/);
    expect(await login(again, username, password)).toMatchObject({ status: 200 });
    second.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
  });

  test('production by .env alone is production everywhere', async () => {
    await using copy = await copiedRepository();
    await copy.write('.env', 'NODE_ENV=production\n');
    await using folder = await dataFolder(copy.path);
    const server = folder.start({ SEED: 'never' });
    const response = await fetch(`${await server.up}/api/post`);
    expect(await response.json()).toMatchObject({ status: 404, detail: 'No operation has this address' });
  });

  test('an administrator who is configured can sign in, and is never printed', async () => {
    await using folder = await dataFolder();
    const admin = { ADMIN_EMAIL: 'root@example.org', ADMIN_PASSWORD: 'from-the-environment', SEED: 'never' };
    const server = folder.start(admin);
    const address = await server.up;
    expect(await login(address, 'root@example.org', 'from-the-environment')).toMatchObject({
      status: 200,
      body: { role: 'admin' },
    });
    expect(server.output()).not.toContain('from-the-environment');
    expect((await (await fetch(`${address}/api/posts`)).json()).items).toEqual([]);
    server.kill('SIGINT');
    const { stdout, stderr } = await server.ended;
    expect(stdout + stderr).not.toContain('from-the-environment');
  });

  test('leaves nothing running when it is told to end before it is up', async () => {
    await using folder = await dataFolder();
    const server = folder.start({ SEED: 'never' });
    await expect.poll(() => folder.database(), { timeout: 20_000 }).toBeTypeOf('number');
    const database = folder.database() ?? 0;
    server.kill('SIGTERM');
    await server.ended;
    expect(isRunning(database)).toBe(false);
    expect(folder.database()).toBeUndefined();
  });
});

describe('a start that cannot be', () => {
  test('wrong variables stop it with a sentence each, and no secret is shown', async () => {
    await using folder = await dataFolder();
    const wrong = {
      PORT: '99999',
      LOG_LEVEL: 'loud',
      SEED: 'sometimes',
      DATABASE_URL: 'mysql://root:hunter2@localhost/x',
      ADMIN_PASSWORD: 'short-1',
      PUBLIC_ORIGIN: 'https://example.org/path',
      TRUST_PROXY: 'everyone',
    };
    const { code, stdout, stderr, ms } = await folder.start(wrong).ended;
    expect(code).toBe(1);
    expect(stdout).toBe('');
    const lines = stderr.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0]).toSorted()).toEqual(Object.keys(wrong).toSorted());
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+ must .+\.$/);
    expect(stderr).not.toMatch(/hunter2|short-1/);
    expect(ms).toBeLessThan(10_000);
  });

  test('production with a database of its own asks for secrets', async () => {
    await using folder = await dataFolder();
    const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/x' };
    const { code, stderr } = await folder.start(production).ended;
    expect(code).toBe(1);
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['SESSION_SECRET', 'TOKEN_SECRET']);
  });

  test.each([
    [
      'a folder that cannot be one',
      { DATA_DIR: '/dev/null' },
      /^The secrets in DATA_DIR cannot be read: .+\n$/,
    ],
    [
      'a folder that cannot be one, where nothing is kept in it yet',
      { DATA_DIR: '/dev/null', SESSION_SECRET: 's'.repeat(40), TOKEN_SECRET: 't'.repeat(40) },
      /^DATA_DIR must be a folder that may be written to: .+\n$/,
    ],
    [
      'a host that nobody knows',
      { HOST: 'nobody.invalid', SEED: 'never' },
      /^The server cannot listen: .+nobody\.invalid\. Set PORT or HOST to .+\n$/,
    ],
  ])('%s is said in a sentence', async (_, env, sentence) => {
    await using folder = await dataFolder();
    const { code, stdout, stderr } = await folder.start(env).ended;
    expect(code).toBe(1);
    expect(stdout).not.toContain('Site');
    expect(stderr).toMatch(sentence);
  });

  test('a database that does not answer is said without its password', async () => {
    await using folder = await dataFolder();
    const { code, stdout, stderr } = await folder.start({
      DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/x',
    }).ended;
    expect(code).toBe(1);
    expect(stdout + stderr).not.toContain('hunter2');
    expect(stderr).toMatch(/DATABASE_URL|database/i);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  test('an address in use is said in a sentence, and the database is stopped again', async () => {
    await using folder = await dataFolder();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    try {
      const { code, stdout, stderr } = await folder.start({ PORT: port, SEED: 'never' }).ended;
      expect(code).toBe(1);
      expect(stdout).not.toContain('Site');
      expect(stderr).toMatch(/EADDRINUSE|in use/);
      expect(stderr).toContain(port);
      expect(stderr).not.toContain('    at ');
      expect(folder.database()).toBeUndefined();
    } finally {
      taken.close();
    }
  });
});
