import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { hasNginx, type Nginx, startNginx } from '../support/nginx.ts';
import { read } from '../support/repository.ts';
import { type DataFolder, dataFolder, type ServerProcess } from '../support/server-process.ts';
import { snippets } from '../support/snippets.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const guide = read('docs/guides/deploy.md');
const [site = ''] = snippets(guide, 'nginx');
const [variables = ''] = snippets(guide, 'ini');
const name = 'app.example.com';

describe.runIf(hasNginx)('two processes behind nginx, as the guide says', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let data: DataFolder;
  let nginx: Nginx;
  let agent: Agent;
  let port: number;
  const processes: { readonly port: number; server: ServerProcess }[] = [];
  const start = async (on: number) => {
    const env = Object.fromEntries(
      Array.from(variables.matchAll(/^(\w+)=(.*)$/gm), ([, key, text]) => [key, text]),
    );
    const ours = { DATABASE_URL: database.url, DATA_DIR: data.path, SMTP_URL: '', PORT: `${on}` };
    const server = data.start({ ...env, ...ours });
    expect(await server.up).toBe(`https://${name}`);
    return server;
  };
  beforeAll(async () => {
    database = await testDatabase();
    data = await dataFolder();
    for (let index = 0; index < 2; index += 1) {
      const on = await freePort();
      processes.push({ port: on, server: await start(on) });
    }
    port = await freePort();
    nginx = await startNginx(name, (certificate, key) =>
      site
        .replace('127.0.0.1:3001', `127.0.0.1:${processes[0]?.port}`)
        .replace('127.0.0.1:3002', `127.0.0.1:${processes[1]?.port}`)
        .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
        .replace(/\/etc\/ssl\/\S+\.pem/, certificate)
        .replace(/\/etc\/ssl\/\S+\.key/, key),
    );
    agent = new Agent({
      keepAlive: true,
      maxSockets: 40,
      ca: readFileSync(nginx.certificate),
      servername: name,
    });
    await vi.waitFor(async () => expect((await send('GET', '/health/ready')).status).toBe(200), 10_000);
  });
  afterAll(async () => {
    agent?.destroy();
    await nginx?.[Symbol.asyncDispose]();
    await data?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const open = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Uint8Array,
  ) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      request({ agent, host: '127.0.0.1', port, method, path, headers: { host: name, ...headers } }, resolve)
        .on('error', reject)
        .end(body);
    });
  const send = async (...what: Parameters<typeof open>) => {
    const response = await open(...what);
    let text = '';
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode, headers: response.headers, text };
  };
  const json = (cookie: string) => ({ cookie, 'content-type': 'application/json' });
  const register = async (username: string, headers = {}) => {
    const person = { username, email: `${username}@example.com`, password: 'correct horse battery' };
    const answer = await send('POST', '/api/register', { ...json(''), ...headers }, JSON.stringify(person));
    expect(answer.status).toBe(201);
    return answer.headers['set-cookie']?.[0] ?? '';
  };

  test('the site is served over https, cookies are for it alone, and nobody claims an address', async () => {
    const home = await send('GET', '/');
    expect(home).toMatchObject({ status: 200, headers: { 'strict-transport-security': /max-age=\d+/ } });
    const cookie = await register('ada', { 'x-forwarded-for': '203.0.113.9', origin: `https://${name}` });
    expect(cookie).toMatch(/^__Host-.*; Secure/);
    const devices = await send('GET', '/api/me/sessions', { cookie: cookie.split(';')[0] ?? '' });
    expect(devices.text).toContain('127.0.0.1');
    expect(devices.text).not.toContain('203.0.113.9');
  });

  test('an upload of some megabytes arrives, and a stream as it is written, whichever process wrote it', async () => {
    const cookie = (await register('grace')).split(';')[0] ?? '';
    const form = new FormData();
    form.set('file', new File(['text '.repeat(1_000_000)], 'long.txt', { type: 'text/plain' }));
    const encoded = new Response(form);
    const headers = { cookie, 'content-type': encoded.headers.get('content-type') ?? '' };
    const upload = await send('POST', '/api/files', headers, await encoded.bytes());
    expect(upload.status, upload.text).toBe(201);

    const post = JSON.stringify({ title: 'Live', body: '', status: 'published' });
    const { id } = JSON.parse((await send('POST', '/api/posts', json(cookie), post)).text);
    const stream = await open('GET', `/api/posts/${id}/comments/live`, { cookie });
    const seen: string[] = [];
    stream.setEncoding('utf8').on('data', (text: string) => seen.push(text));
    for (const body of ['one', 'two', 'three', 'four']) {
      const comment = JSON.stringify({ body });
      expect((await send('POST', `/api/posts/${id}/comments`, json(cookie), comment)).status).toBe(201);
      await vi.waitFor(() => expect(seen.join('')).toContain(`"body":"${body}"`), 5_000);
    }
    stream.destroy();
  });

  test('a restart of one after the other fails no request', async () => {
    const cookie = (await register('edsger')).split(';')[0] ?? '';
    const statuses = new Map<number | undefined, number>();
    let isOver = false;
    const client = async (index: number) => {
      for (let turn = index; !isOver; turn += 1) {
        const title = `Post ${index}.${turn}`;
        const { status } =
          turn % 4 === 0
            ? await send('POST', '/api/posts', json(cookie), JSON.stringify({ title, body: '' }))
            : await send('GET', '/api/me', { cookie });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const clients = Promise.all(Array.from({ length: 20 }, (_, index) => client(index)));
    for (const one of processes) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      one.server.kill('SIGTERM');
      expect((await one.server.ended).code).toBe(0);
      one.server = await start(one.port);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    isOver = true;
    await clients;
    expect([...statuses.keys()].toSorted(), nginx.complaints()).toEqual([200, 201]);
  });
});
