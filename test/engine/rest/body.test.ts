import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cancellation } from '../../../server/src/engine/concurrency/cancellation.ts';
import { Failure } from '../../../server/src/engine/errors/failure.ts';
import { IncomingRequest } from '../../../server/src/engine/http/body/incoming.ts';
import { sweepSpool } from '../../../server/src/engine/http/body/spool.ts';
import type { Incoming } from '../../../server/src/engine/http/exchange.ts';

/** A real server that reads every body by `read` and answers what it returns, or the code it fails with. */
async function serve(read: (incoming: Incoming) => Promise<unknown>) {
  const spool = await mkdtemp(join(tmpdir(), 'portico-body-test-'));
  const failures: string[] = [];
  const answer = async (request: IncomingMessage): Promise<string> => {
    const { method = '', url = '', headers } = request;
    const gone = new Cancellation();
    await using incoming = new IncomingRequest({ method, url, headers, body: request }, gone, spool);
    try {
      return JSON.stringify(await read(incoming));
    } catch (error) {
      const code = error instanceof Failure ? error.reason : String(error);
      failures.push(code);
      return JSON.stringify(code);
    }
  };
  const server = createServer((request, response) => {
    void answer(request).then((text) => response.end(text));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    spool,
    failures,
    spooled: () => readdir(spool),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await rm(spool, { recursive: true });
    },
  };
}

const maxBytes = 1024 * 1024;
const length = (incoming: Incoming) => incoming.text(maxBytes).then((text) => text.length);

async function describeForm(incoming: Incoming) {
  const entries = [...(await incoming.form(8 * maxBytes))];
  return Promise.all(
    entries.map(async ([name, value]) =>
      typeof value === 'string'
        ? [name, value]
        : [name, value.name, value.type, (await value.bytes()).length],
    ),
  );
}

const post = async (url: string, init: RequestInit) =>
  (await fetch(url, { method: 'POST', signal: AbortSignal.timeout(5000), ...init })).json();

/** Sends bytes as they are and answers all that comes back. */
async function raw(port: number, ...chunks: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  for (const chunk of chunks) {
    socket.write(chunk);
    await sleep(20);
  }
  await Promise.race([once(socket, 'close'), sleep(300)]);
  socket.destroy();
  return answer;
}

test('a body past its limit is refused, and the client gets to read it', async () => {
  await using server = await serve(length);
  const body = 'a'.repeat(8 * maxBytes);
  expect(await post(server.url, { body })).toBe('payload_too_large');
  const stream = new Blob([body]).stream();
  expect(await post(server.url, { body: stream, duplex: 'half' } as RequestInit)).toBe('payload_too_large');
});

test('the connection serves the next request after a refused body', async () => {
  await using server = await serve((incoming) => incoming.text(10));
  const whole = (body: string) =>
    `POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const declared = await raw(server.port, whole('a'.repeat(100)), whole('short'));
  expect(declared).toMatch(/"payload_too_large".*"short"$/s);
  const head = 'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n';
  const chunks = Array.from({ length: 30 }, () => `10000\r\n${'a'.repeat(65_536)}\r\n`);
  const streamed = await raw(server.port, head, ...chunks, '0\r\n\r\n', whole('short'));
  expect(streamed).toMatch(/"payload_too_large".*"short"$/s);
});

test('a body of exactly its limit is read', async () => {
  await using server = await serve(length);
  expect(await post(server.url, { body: 'a'.repeat(maxBytes) })).toBe(maxBytes);
});

test('a client that goes away fails its call and leaves nothing', async () => {
  await using server = await serve(describeForm);
  const head =
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9999\r\ncontent-type: multipart/form-data; boundary=b\r\n\r\n';
  const part = '--b\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\nxxxx';
  await raw(server.port, head, part);
  await expect.poll(() => server.failures).toEqual(['client_closed']);
  await expect.poll(server.spooled).toEqual([]);
});

test('files are on disk while the request lasts, for nobody else to read, and gone afterwards', async () => {
  const modes: string[] = [];
  await using server = await serve(async (incoming) => {
    const form = await incoming.form(8 * maxBytes);
    for (const entry of await readdir(server.spool, { recursive: true })) {
      modes.push(((await stat(join(server.spool, entry))).mode & 0o777).toString(8));
    }
    return form.getAll('file').map((file) => (file instanceof File ? [file.name, file.size] : file));
  });
  const form = new FormData();
  form.append('file', new File(['a'.repeat(5 * maxBytes)], 'ä b.bin'));
  form.append('file', new File(['b'], '..\\..\\c.txt'));
  expect(await post(server.url, { body: form })).toEqual([
    ['ä b.bin', 5 * maxBytes],
    ['c.txt', 1],
  ]);
  expect(modes.toSorted()).toEqual(['600', '600', '700']);
  await expect.poll(server.spooled).toEqual([]);
});

test('the parts of a form keep their order', async () => {
  await using server = await serve(describeForm);
  const form = new FormData();
  form.append('a', '1');
  form.append('f', new File(['xx'], 'f.txt', { type: 'text/plain' }));
  form.append('a', 'zwei\r\n€');
  form.append('empty', '');
  expect(await post(server.url, { body: form })).toEqual([
    ['a', '1'],
    ['f', 'f.txt', 'text/plain', 2],
    ['a', 'zwei\r\n€'],
    ['empty', ''],
  ]);
});

test.each([
  ['too many parts', () => Array.from({ length: 1001 }, (): [string, string] => ['a', '1']), 'bad_request'],
  [
    'too many files',
    () => Array.from({ length: 101 }, (): [string, Blob] => ['a', new Blob(['1'])]),
    'bad_request',
  ],
  [
    'a field that is too long',
    (): [string, string][] => [['a', 'x'.repeat(1024 * 1024 + 1)]],
    'payload_too_large',
  ],
  [
    'a form that is too large',
    (): [string, Blob][] => [['a', new Blob(['x'.repeat(9 * maxBytes)])]],
    'payload_too_large',
  ],
])('%s is refused and leaves nothing', async (_name, entries, code) => {
  await using server = await serve(describeForm);
  const form = new FormData();
  for (const [name, value] of entries()) form.append(name, value as string);
  expect(await post(server.url, { body: form })).toBe(code);
  await expect.poll(server.spooled).toEqual([]);
});

test('an urlencoded form of too many fields is refused', async () => {
  await using server = await serve(describeForm);
  const body = new URLSearchParams(Array.from({ length: 1001 }, () => ['a', '1']));
  expect(await post(server.url, { body })).toBe('bad_request');
});

test('whatever multipart arrives, the answer comes', async () => {
  await using server = await serve(describeForm);
  const token = fc.constantFrom(
    ...['--b', '--b--', '\r\n', '\r\n\r\n', '\r', '\n', '-', 'b', 'x', ': '],
    ...['content-disposition: form-data; name="a"', 'content-disposition: form-data; name="f"; filename="f"'],
    ...['content-type: text/plain', 'content-disposition: attachment'],
  );
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  await fc.assert(
    fc.asyncProperty(fc.array(token, { maxLength: 14 }), async (tokens) => {
      const answer = await post(server.url, { headers, body: tokens.join('') });
      expect(Array.isArray(answer) || answer === 'bad_request').toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(await server.spooled()).toEqual([]);
}, 60_000);

test('a disk that fails is not the fault of the client', async () => {
  const spool = await mkdtemp(join(tmpdir(), 'portico-body-test-'));
  async function* body() {
    const part = '--b\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\nx\r\n';
    yield Buffer.from(part);
    await rm(spool, { recursive: true });
    yield Buffer.from(`${part}--b--\r\n`);
  }
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const gone = new Cancellation();
  const request = { method: 'POST', url: '/', headers, body: body() };
  await using incoming = new IncomingRequest(request, gone, spool);
  await expect(incoming.form(maxBytes)).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open' });
});

test('a body is read once', async () => {
  await using server = await serve(async (incoming) => {
    await incoming.text(10);
    return incoming.text(10);
  });
  expect(await post(server.url, { body: 'a' })).toContain('once');
});

test('the sweep removes what a crash left, and nothing else', async () => {
  await using server = await serve(length);
  const machine = Buffer.from(hostname()).toString('hex').slice(0, 32);
  const make = async (name: string, age = 0) => {
    await mkdir(join(server.spool, name));
    const time = Date.now() / 1000 - age;
    await utimes(join(server.spool, name), time, time);
  };
  const day = 24 * 60 * 60;
  await make(`portico-spool-${machine}-999999999-dead`);
  await make(`portico-spool-${machine}-${process.ppid}-living`);
  await make(`portico-spool-${machine}-${process.ppid}-old`, day + 60);
  await make(`portico-spool-${machine}-${process.pid}-before`, process.uptime() + 60);
  await make(`portico-spool-${machine}-${process.pid}-mine`);
  await make('portico-spool-00ff-999999999-elsewhere');
  await make('somebody-elses', 2 * day);
  await sweepSpool(server.spool);
  expect((await server.spooled()).toSorted()).toEqual(
    [
      'portico-spool-00ff-999999999-elsewhere',
      `portico-spool-${machine}-${process.pid}-mine`,
      `portico-spool-${machine}-${process.ppid}-living`,
      'somebody-elses',
    ].toSorted(),
  );
});
