/** The HTTP proxy in front of the server: the first segments of a path choose the fault and the label. */
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Exchange } from './exchange.ts';
import { faults } from './faults/faults.ts';
import { createVisit } from './visit.ts';

/** A running proxy. */
export interface FaultProxy extends AsyncDisposable {
  readonly origin: string;
  /** Everything that passed, in the order of arrival. */
  readonly exchanges: readonly Exchange[];
}

/** @param target the server's origin */
export async function startProxy(target: string): Promise<FaultProxy> {
  const exchanges: Exchange[] = [];
  const memory = new Map<string, unknown>();
  const agent = new Agent({ keepAlive: true });

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const begun = performance.now();
    const exchange = await read(incoming);
    const fault = faults[exchange.fault];
    if (!fault) {
      outgoing
        .writeHead(400)
        .end(`There is no fault ${exchange.fault}: the path begins with /<fault>/<label>`);
      return;
    }
    exchanges.push(exchange);
    outgoing.on('close', () => {
      exchange.ms = performance.now() - begun;
      exchange.left = !outgoing.writableFinished && !visit.isCut;
    });
    const forward = (headers: Record<string, string>) => send(exchange, headers, outgoing);
    const visit = createVisit(exchange, outgoing, memory, forward);
    await fault(visit);
  };
  const send = async (exchange: Exchange, changes: Record<string, string>, outgoing: ServerResponse) => {
    const { method, path, query, body, label } = exchange;
    const { 'accept-encoding': _, connection: __, ...kept } = exchange.headers;
    const headers = { ...kept, 'x-forwarded-for': addressOf(label), ...changes };
    const onward = request(new URL(path + query, target), { method, headers, agent });
    outgoing.on('close', () => outgoing.writableFinished || onward.destroy());
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    return answer;
  };

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: Error) => {
      if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
      else outgoing.writeHead(502).end(error.message);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    exchanges,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

async function read(incoming: IncomingMessage): Promise<Exchange> {
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://proxy');
  const [, fault = '', label = '', ...rest] = pathname.split('/');
  return {
    fault,
    label,
    method: incoming.method ?? 'GET',
    path: `/${rest.join('/')}`,
    query: search,
    headers: incoming.headers,
    body: await buffer(incoming),
    answer: Buffer.alloc(0),
    left: false,
    changed: false,
  };
}

/** Every label comes from an address of its own: limits count by it. */
function addressOf(label: string): string {
  const sum = Array.from(label).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65_536, 7);
  return `10.2.${sum >> 8}.${sum & 255}`;
}
