/** Health: `live` says that the process runs, `ready` that it can serve. */
import type { FastifyInstance } from 'fastify';

/** @param ready resolves when the server can answer requests, rejects with the reason when not */
export function healthRoutes(server: FastifyInstance, ready: () => Promise<void>): void {
  server.get('/health/live', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  });
  server.get('/health/ready', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await ready();
      return { status: 'ok' };
    } catch {
      return reply.status(503).header('retry-after', '2').send({ status: 'unavailable' });
    }
  });
}
