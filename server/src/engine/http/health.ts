/** Health: `live` says that the process runs, `ready` that it can serve. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Milliseconds after which whoever asks is told that nobody answers: a database may be silent, too. */
const patience = 3_000;

/** @param ready resolves when the server can answer requests, rejects with the reason when not */
export function healthRoutes(server: FastifyInstance, ready: () => Promise<void>): void {
  server.get('/health/live', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  });
  server.get('/health/ready', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const isReady = ready().then(
      () => true,
      () => false,
    );
    if (await Promise.race([isReady, sleep(patience, false, { ref: false })])) return { status: 'ok' };
    return reply.status(503).header('retry-after', '2').send({ status: 'unavailable' });
  });
}
