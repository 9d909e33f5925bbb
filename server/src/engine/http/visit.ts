/** Reads from a request what doors and procedures may know of it. */
import type { FastifyRequest } from 'fastify';
import type { RequestInfo } from './exchange.ts';
import { pathOf } from './problem-reply.ts';
import { traceOf } from './trace.ts';

/** Longest user agent that is kept, in characters. */
const maxUserAgent = 300;

/** @param origin the public origin of this server */
export function requestInfo(request: FastifyRequest, origin: string, signal: AbortSignal): RequestInfo {
  const trace = traceOf(request);
  const idempotencyKey = request.headers['idempotency-key'];
  return {
    id: request.id,
    method: request.method,
    path: pathOf(request.url),
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, maxUserAgent),
    ...(typeof idempotencyKey === 'string' && { idempotencyKey }),
    ...(trace && { trace }),
    origin,
    signal,
  };
}
