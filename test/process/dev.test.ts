import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { copiedRepository } from '../support/copied-repository.ts';
import { freePort } from '../support/free-port.ts';
import { dataFolder } from '../support/server-process.ts';

const patience = { timeout: 30_000, interval: 100 };

test('pnpm dev: a save restarts the server, and the API and the types of the client follow', {
  timeout: 120_000,
}, async () => {
  await using copy = await copiedRepository();
  await using data = await dataFolder();
  await using dev = await startDev(copy.path, data.path);
  const { origin } = dev;
  const get = (path: string) => fetch(origin + path);
  const summary = async () => {
    const response = await get('/api/openapi.json');
    return response.ok ? (await response.json()).paths['/posts/{id}'].put.summary : null;
  };

  await vi.waitFor(async () => expect(await summary()).toBe('Edit a post of mine'), patience);
  expect(await (await get('/')).text()).toContain('/@vite/client');
  for (const path of ['/api/posts', '/health/ready', '/.well-known/jwks.json', '/robots.txt', '/feed.xml']) {
    const response = await get(path);
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    expect(response.headers.get('content-type')).not.toContain('html');
  }

  const router = 'server/src/features/posts/posts.router.ts';
  await copy.edit(router, 'Edit a post of mine', 'Change a post of mine');
  await vi.waitFor(async () => expect(await summary()).toBe('Change a post of mine'), patience);
  await vi.waitFor(
    async () => expect(await copy.read('shared/api/openapi.json')).toContain('Change a post'),
    patience,
  );

  await copy.edit(
    'shared/src/posts.ts',
    '    excerpt: z',
    '    teaser: z.string().optional(),\n    excerpt: z',
  );
  await vi.waitFor(
    async () => expect(await copy.read('client/src/generated/router.ts')).toMatch(/\bteaser\?: string/),
    patience,
  );

  await copy.edit(router, 'export const posts', 'export const =');
  await vi.waitFor(() => expect(dev.output()).toContain('SyntaxError'), patience);
  await copy.edit(router, 'export const =', 'export const posts');
  await vi.waitFor(async () => expect(await summary()).toBe('Change a post of mine'), patience);

  expect(await dev.end()).toBe(0);
  expect(data.database()).toBeUndefined();
});

/** `pnpm dev` of a repository, on a port and a data folder of its own. */
async function startDev(repository: string, folder: string) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(repository, 'server/src/dev.ts')], {
    cwd: repository,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text;
    });
  }
  const closed = once(child, 'close');
  return {
    origin: `http://127.0.0.1:${port}`,
    output: () => output,
    async end(): Promise<number | null> {
      child.kill('SIGTERM');
      await closed;
      return child.exitCode;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await closed;
    },
  };
}
