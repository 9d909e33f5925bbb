/** The server's log: one line a request, nothing secret in it. */
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { isoDate } from '../encoding/iso-date.ts';
import { pathOf } from './problem-reply.ts';
import { traceOf } from './trace.ts';

/** Names under which secrets travel: never written, wherever they stand. */
const secretNames = ['password', 'token', 'secret', 'cookie', 'authorization', 'set-cookie'];

/** @param level a pino level, @param format `pretty` for people, `json` for machines */
export function createLog(level: string, format: 'json' | 'pretty'): Logger {
  return pino({
    level,
    base: null,
    timestamp: () => `,"time":"${isoDate(new Date())}"`,
    redact: { paths: secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '…' },
    ...(format === 'pretty' && {
      transport: { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'reqId' } },
    }),
  });
}

/**
 * Logs each answer with its time; health checks only when they fail. These lines hold nothing that could be secret, so
 * they are not searched for it: that would take four times as long as writing them.
 */
export function logRequests(server: FastifyInstance): void {
  const log = server.log.child({}, { redact: [] });
  server.addHook('onResponse', (request, reply, done) => {
    const path = pathOf(request.url);
    const { statusCode: status, elapsedTime } = reply;
    done();
    if (path.startsWith('/health/') && status < 400) return;
    const { traceId, spanId } = traceOf(request) ?? {};
    const line = {
      reqId: request.id,
      traceId,
      spanId,
      method: request.method,
      path,
      status,
      ms: Math.round(elapsedTime * 10) / 10,
      address: request.ip,
    };
    log[status >= 500 ? 'error' : 'info'](line, 'request');
  });
}
