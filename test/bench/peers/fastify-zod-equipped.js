/** Fastify with Zod and what Portico does besides, as one puts it together from Fastify's own plugins. */
import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { LogController } from 'fastify';
import { createLog } from '../../../server/src/engine/http/log.ts';
import { addItems } from './fastify-items.js';

export async function start(databaseUrl) {
  const server = fastify({
    loggerInstance: createLog('info', 'json'),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    handlerTimeout: 30_000,
  });
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, url: path, ip: address } = request;
    request.log.info(
      { method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10, address },
      'request',
    );
    done();
  });
  await server.register(helmet);
  await server.register(rateLimit, { max: 1_000_000, timeWindow: 60_000 });
  await addItems(server, databaseUrl);
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server.server.address().port;
}
