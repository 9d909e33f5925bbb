import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientAddress } from '../../../server/src/engine/http/client-address.ts';
import { createFront } from '../../../server/src/engine/http/front.ts';
import { type TestApp, testApp } from '../../support/app.ts';

let app: TestApp;
let port: number;
beforeAll(async () => {
  app = await testApp();
  port = Number(new URL(await app.listen()).port);
});
afterAll(() => app[Symbol.asyncDispose]());

const megabyte = 1024 * 1024;

/** Somebody who sends all they have to say before they read a word. */
async function client(at = port): Promise<Socket> {
  const socket = connect({ port: at, host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
  return socket;
}

function head(path: string, bytes: number): string {
  return [
    `POST ${path} HTTP/1.1`,
    'Host: localhost:3000',
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${bytes}`,
    '\r\n',
  ].join('\r\n');
}

/** Resolves when all of it is on its way. */
const send = (socket: Socket, data: string | Uint8Array) =>
  new Promise<void>((sent, reject) => {
    socket.write(data, (error) => (error ? reject(error) : sent()));
  });

async function receive(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += chunk;
  return text;
}

/** How many connections the server has. */
const open = () =>
  new Promise<number>((count) => app.app.server.server.getConnections((_error, open) => count(open)));

test.each(['/api/posts', '/rpc/posts.create', '/nowhere'])(
  'who is refused at %s and goes on sending gets to read why',
  async (path) => {
    const socket = await client();
    await send(socket, head(path, 2 * megabyte));
    await sleep(100);
    for (let sent = 0; sent < 20; sent += 1) {
      await send(socket, Buffer.alloc(megabyte / 10, 'a'));
      await sleep(1);
    }
    expect(await receive(socket)).toMatch(/^HTTP\/1\.1 4\d\d /);
    socket.end();
    await expect.poll(open).toBe(0);
  },
);

test('who sends no HTTP, and a lot of it, gets to read so', async () => {
  const socket = await client();
  for (let sent = 0; sent < 20; sent += 1) {
    await send(socket, `GET / HTTP/1.1\r\nx: ${'a'.repeat(megabyte / 10)}`);
    await sleep(sent === 0 ? 100 : 1);
  }
  expect(await receive(socket)).toMatch(/^HTTP\/1\.1 400 /);
  socket.end();
  await expect.poll(open).toBe(0);
});

test('what comes after the last answer of a connection is not run', async () => {
  const seen: (string | undefined)[] = [];
  const front = createFront(pino({ level: 'silent' }), clientAddress(false), new Set());
  const refuse = front.listener(({ url }, response) => {
    seen.push(url);
    response.writeHead(401, { connection: 'close', 'content-length': 0 }).end();
  });
  await using server = createServer(refuse).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = await client((server.address() as AddressInfo).port);
  await send(socket, head('/first', 10).replace('Connection: close', 'Connection: keep-alive'));
  await sleep(100);
  await send(socket, '0123456789GET /second HTTP/1.1\r\nHost: localhost:3000\r\n\r\n');
  expect((await receive(socket)).match(/^HTTP/gm)).toHaveLength(1);
  await sleep(100);
  expect(seen).toEqual(['/first']);
  socket.end();
});

test('who leaves in the middle of a request is let go at once', async () => {
  const socket = await client();
  await send(socket, head('/api/posts', 10).slice(0, 40));
  socket.end();
  expect(await receive(socket)).toMatch(/^HTTP\/1\.1 400 /);
  await expect.poll(open, { timeout: 500 }).toBe(0);
});

test('who neither reads nor closes is let go', { timeout: 10_000 }, async () => {
  const socket = await client();
  socket.on('error', () => {});
  await send(socket, head('/api/posts', megabyte));
  await expect.poll(open).toBe(1);
  await expect.poll(open, { timeout: 7_000 }).toBe(0);
  socket.destroy();
});
