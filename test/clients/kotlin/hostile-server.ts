/** A server that does what a network, a proxy or a newer server may do; the first part of the path says what. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What was seen of each case. */
export interface Seen {
  /** `PUT /posts/1` in order. */
  readonly requests: string[];
  readonly connections: Set<unknown>;
  /** Milliseconds from the first byte of the answer to the end of its connection. */
  closedAfterMs?: number;
}

type Answer = (request: IncomingMessage, response: ServerResponse, seen: Seen) => void;

const tags = JSON.stringify({ items: [{ tag: 'ü', count: 2, colour: 'red' }] });

const fine: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(tags);
};

function problem(response: ServerResponse, status: number, code: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
  response.end(JSON.stringify({ type: 'about:blank', title: code, status, code, detail: '' }));
}

const once503: Answer = (request, response, seen) => {
  if (seen.requests.length > 1) fine(request, response, seen);
  else problem(response, 429, 'rate_limited', { 'retry-after': '1' });
};

/** One event in all the odd forms that the standard allows, byte by byte. */
const oddEvents = Buffer.from(
  '\ufeff: hello\r\nid: 1\r\nevent: message\r\ndata: {"type":"deleted",\r\ndata: "id":"é"}\r\n\r\n' +
    'event: weather\ndata: rain\n\n' +
    'id\ndata: {"type":"reset"}\r\revent:end\ndata:\n\n',
);

const cases: Readonly<Record<string, Answer>> = {
  fine,
  'drop-once': (request, response, seen) => {
    if (seen.requests.length > 1) fine(request, response, seen);
    else request.socket.destroy();
  },
  'drop-put': (request) => request.socket.destroy(),
  'early-413': (_, response) => problem(response, 413, 'payload_too_large', { connection: 'close' }),
  unauthenticated: (_, response) =>
    problem(response, 401, 'invalid_credentials', { 'www-authenticate': 'Basic' }),
  silent: (request, response, seen) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: {"type":"reset"}\n\n');
    const start = performance.now();
    request.socket.once('close', () => {
      seen.closedAfterMs = performance.now() - start;
    });
  },
  stale: (request, response, seen) => {
    fine(request, response, seen);
    setTimeout(() => request.socket.destroy(), 50);
  },
  zipped: (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.write(gzipSync(tags));
    response.end();
  },
  'html-502': (_, response) => {
    response.writeHead(502, { 'content-type': 'text/html', 'retry-after': '0' }).end('<h1>Bad gateway</h1>');
  },
  stalled: (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"items":');
  },
  'retry-after': once503,
  expired: (request, response, seen) => {
    if (request.headers.authorization === 'Bearer new') fine(request, response, seen);
    else problem(response, 401, 'unauthenticated');
  },
  'not-json': (_, response) => void response.writeHead(200).end('<html>'),
  'wrong-shape': (_, response) => void response.writeHead(200).end('{"items":[{"tag":"a","count":"many"}]}'),
  'cut-body': (request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('{"items":');
    setTimeout(() => request.socket.destroy(), 20);
  },
  restarting: (request, response, { requests }) => {
    const events = { 'content-type': 'text/event-stream' };
    if (requests.length === 1) response.writeHead(200, events).end('id: 1\ndata: {"type":"reset"}\n\n');
    else if (requests.length < 12) request.socket.destroy();
    else response.writeHead(200, events).end('event: end\ndata:\n\n');
  },
  'odd-events': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const byte of oddEvents) response.write(Buffer.of(byte));
    response.end();
  },
};

/** Starts it. */
export async function startHostileServer() {
  const seen = new Map<string, Seen>();
  const server = createServer((request, response) => {
    const [, name = '', ...path] = (request.url ?? '').split('/');
    const record = seen.get(name) ?? { requests: [], connections: new Set() };
    seen.set(name, record);
    record.requests.push(`${request.method} /${path.join('/')}`);
    record.connections.add(request.socket);
    cases[name]?.(request, response, record);
    if (name !== 'early-413') request.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
