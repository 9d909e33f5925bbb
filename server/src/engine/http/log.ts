/** The server's log: one line a request, nothing secret in it. */
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { pathOf } from './problem-reply.ts';

/** Names under which secrets travel: never written, wherever they stand. */
const secretNames = ['password', 'token', 'secret', 'cookie', 'authorization', 'set-cookie'];

/** @param level a pino level, @param format `pretty` for people, `json` for machines */
export function createLog(level: string, format: 'json' | 'pretty'): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '…' },
    ...(format === 'pretty' && {
      transport: { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'reqId' } },
    }),
  });
}

/** Logs each answer with its time; health checks only when they fail. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const path = pathOf(request.url);
    const { statusCode: status, elapsedTime } = reply;
    if (path.startsWith('/health/') && status < 400) return;
    const line = {
      method: request.method,
      path,
      status,
      ms: Math.round(elapsedTime * 10) / 10,
      address: request.ip,
    };
    request.log[status >= 500 ? 'error' : 'info'](line, 'request');
  });
}
