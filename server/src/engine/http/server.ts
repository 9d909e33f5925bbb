/** The server, set up once: Fastify for pages and files, and before it the front, on which doors are mounted. */
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { fail } from '../errors/failure.ts';
import { clientAddress, type TrustProxy, trustFunction } from './client-address.ts';
import { answerClientError } from './client-error.ts';
import { CommonHead } from './common-head.ts';
import type { Door } from './door.ts';
import { createFront, type Front } from './front.ts';
import { HeadedResponse } from './headed-response.ts';
import { sendProblem } from './problem-reply.ts';
import { assertSameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import type { CreateVisit } from './serve.ts';

export interface ServerOptions {
  readonly log: Logger;
  /** Public origin, such as `https://example.org`. */
  readonly origin: string;
  /** Which proxies may say who the client is. */
  readonly trustProxy: TrustProxy;
}

/** A server that answers nothing yet. */
export interface HttpServer {
  readonly server: FastifyInstance;
  readonly running: Front['running'];
  /** Mounts a door under a prefix. */
  readonly mount: (prefix: string, door: Door, createVisit: CreateVisit) => void;
}

/** Most bytes of a request's head: a batch of queries travels in its address. */
const maxHeaderSize = 96 * 1024;

/** Milliseconds that a client may take to send a request, and for which its connection waits for the next. */
const requestTimeout = 300_000;
const keepAliveTimeout = 72_000;

export async function createServer({ log, origin, trustProxy }: ServerOptions): Promise<HttpServer> {
  const pages = new Set<string>();
  const front = createFront(log, clientAddress(trustProxy), pages);
  const server: FastifyInstance = fastify<Server>({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    trustProxy: trustFunction(trustProxy),
    genReqId: (request) => front.arrivalOf(request).id,
    childLoggerFactory: (_log, _bindings, _options, request) => front.arrivalOf(request).log.logger,
    serverFactory: (handler) => listenTo(front.listener(handler)),
    return503OnClosing: false,
    exposeHeadRoutes: true,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  server.addHook('onRoute', ({ url }) => void pages.add(url));
  const headers = await securityHeaders(origin.startsWith('https:'));
  server.addHook('onRequest', (request, reply, done) => {
    const { trace } = front.arrivalOf(request.raw);
    reply.headers(headers).header('x-request-id', request.id);
    if (trace) reply.header('traceparent', trace.headers.traceparent);
    if (request.method === 'TRACE') throw fail('method_not_allowed');
    assertSameOrigin(request, origin);
    done();
  });
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  const common = new CommonHead(headers);
  return {
    server,
    running: front.running,
    mount: (prefix, door, createVisit) => front.mount(prefix, { door, createVisit, origin, common }),
  };
}

function listenTo(listener: RequestListener): Server {
  const server: Server = createHttpServer(
    { maxHeaderSize, requestTimeout, keepAliveTimeout, ServerResponse: HeadedResponse },
    listener,
  );
  // An expectation that is not understood may be ignored; Node would answer 417 without a word.
  server.on('checkExpectation', listener);
  return server;
}
