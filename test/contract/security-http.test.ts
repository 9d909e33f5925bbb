import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

let app: TestApp;
let port: number;
beforeAll(async () => {
  app = await testApp();
  port = Number(new URL(await app.listen()).port);
});
afterAll(() => app[Symbol.asyncDispose]());

/**
 * Sends bytes as they are and answers what comes back until the server closes, or a second of silence; a server
 * that refuses while we still write may reset the connection before its answer is read.
 */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(answer) : reject(error),
    );
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const request = (head: string, body = '') =>
  raw(`${head}\r\nHost: localhost\r\nConnection: close\r\n\r\n${body}`);

test('check 55: TRACE and CONNECT are refused', async () => {
  for (const path of ['/', '/api/posts', '/rpc/posts.list']) {
    expect(statusOf(await request(`TRACE ${path} HTTP/1.1`))).toBe(405);
  }
  expect(statusOf(await request('CONNECT example.com:443 HTTP/1.1'))).not.toBe(200);
});

test('what is not HTTP is refused, and the server goes on', async () => {
  for (const bytes of [
    'garbage\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
  ]) {
    const answer = await raw(bytes);
    expect(answer === '' || statusOf(answer) === 400 || statusOf(answer) === 505).toBe(true);
  }
  expect(statusOf(await request('GET /health/live HTTP/1.1'))).toBe(200);
});

test('an address as one sends it to a proxy is the same address, whatever host it names', async () => {
  for (const [path, status] of [
    ['/api/posts?limit=1', 200],
    ['/rpc/posts.list?input=%7B%22json%22%3A%7B%7D%7D', 200],
    ['/health/live', 200],
    ['/api/nowhere', 404],
    ['', 200],
  ] as const) {
    expect(statusOf(await request(`GET http://example.com:8080${path} HTTP/1.1`)), path).toBe(status);
  }
  expect(await request('GET http://example.com/api/nowhere HTTP/1.1')).toContain('"instance":"/api/nowhere"');
});

test('two lengths, and a length beside chunks, are refused: no request can hide in another', async () => {
  const smuggled = 'GET /api/me HTTP/1.1\r\nHost: x\r\n\r\n';
  for (const framing of [
    'Content-Length: 5\r\nContent-Length: 6',
    'Content-Length: 5\r\nTransfer-Encoding: chunked',
    'Transfer-Encoding: chunked, identity',
  ]) {
    const answer = await raw(
      `POST /api/login HTTP/1.1\r\nHost: localhost\r\n${framing}\r\n\r\n0\r\n\r\n${smuggled}`,
    );
    expect(statusOf(answer)).toBe(400);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  }
});

test('a head that is too large is refused', async () => {
  for (const head of [
    `GET /${'x'.repeat(200_000)} HTTP/1.1`,
    `GET / HTTP/1.1\r\nX-Large: ${'x'.repeat(200_000)}`,
  ]) {
    const answer = await request(head);
    expect(answer === '' || [400, 431].includes(statusOf(answer))).toBe(true);
  }
  expect(statusOf(await request('GET /health/live HTTP/1.1'))).toBe(200);
});

test('a path cannot leave the site’s folder', async () => {
  for (const path of [
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/%00',
    '/..\\..\\package.json',
  ]) {
    const answer = await request(`GET ${path} HTTP/1.1`);
    expect(answer).not.toContain('"packageManager"');
    expect(statusOf(answer)).toBeLessThan(500);
  }
});

test('check 55: nobody measures this server from outside: there are no metrics', async () => {
  for (const path of ['/metrics', '/api/metrics', '/rpc/metrics']) {
    expect(statusOf(await request(`GET ${path} HTTP/1.1`))).toBe(404);
  }
});

test('a client that leaves in the middle of an upload leaves nothing behind and breaks nothing', async () => {
  const head =
    'POST /api/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n';
  const part =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello';
  await Promise.all(Array.from({ length: 5 }, () => raw(head + part)));
  expect(statusOf(await request('GET /api/posts HTTP/1.1'))).toBe(200);
  expect(app.logged.filter((line) => line.includes('broke'))).toEqual([]);
});
