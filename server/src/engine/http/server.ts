/** Fastify, set up once: ids, headers, logging, refusals; doors are mounted on it. */
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { fail } from '../errors/failure.ts';
import { createIncoming } from './body/incoming.ts';
import { answerClientError } from './client-error.ts';
import type { Door, Visit } from './door.ts';
import type { ResponseHead } from './exchange.ts';
import { logRequests } from './log.ts';
import { sendProblem } from './problem-reply.ts';
import { send } from './reply.ts';
import { requestId } from './request-id.ts';
import { assertSameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { traceRequest } from './trace.ts';

export interface ServerOptions {
  readonly log: FastifyBaseLogger;
  /** Public origin, such as `https://example.org`. */
  readonly origin: string;
  /** Which proxies may say who the client is; Fastify's `trustProxy`. */
  readonly trustProxy: boolean | number | string[];
}

/** Most bytes of a request's head: a batch of queries travels in its address. */
const maxHeaderSize = 96 * 1024;

/** Seconds that a client may take to send a request. */
const requestTimeout = 300;

/** @returns a server that answers nothing yet */
export async function createServer({ log, origin, trustProxy }: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: (request) => requestId(request.headers['x-request-id']),
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    http: { maxHeaderSize },
    requestTimeout: requestTimeout * 1000,
    return503OnClosing: false,
    // The doors read queries themselves.
    routerOptions: { maxParamLength: maxHeaderSize, querystringParser: () => ({}) },
    exposeHeadRoutes: true,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });
  // An expectation that is not understood may be ignored; Node would answer 417 without a word.
  server.server.on('checkExpectation', (request, response) => {
    server.server.emit('request', request, response);
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const headers = await securityHeaders(origin.startsWith('https:'));
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    traceRequest(request, reply);
    if (request.method === 'TRACE') throw fail('method_not_allowed');
    assertSameOrigin(request, origin);
    done();
  });
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  logRequests(server);
  return server;
}

/** Methods that a door gets to see; it refuses what it does not know. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Mounts a door under a prefix. */
export function mount(
  server: FastifyInstance,
  prefix: string,
  door: Door,
  createVisit: (request: FastifyRequest, response: ResponseHead, signal: AbortSignal) => Visit,
): void {
  const handler = (request: FastifyRequest, reply: FastifyReply) => answer(request, reply, door, createVisit);
  for (const url of [prefix, `${prefix}/*`]) server.route({ method: methods, url, handler });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  door: Door,
  createVisit: Parameters<typeof mount>[3],
): Promise<FastifyReply> {
  const gone = new AbortController();
  let isStream = false;
  reply.raw.once('close', () => {
    // What made a stream may wait for more, although its answer is complete.
    if (isStream || !reply.raw.writableFinished) gone.abort();
  });
  const response: ResponseHead = { headers: [], sent: false };
  await using incoming = createIncoming(
    { method: request.method, url: request.url, headers: request.headers, body: request.raw },
    gone.signal,
  );
  const outgoing = await door(incoming, createVisit(request, response, gone.signal));
  isStream = typeof outgoing.body === 'object' && Symbol.asyncIterator in outgoing.body;
  return send(reply, outgoing, response);
}
