/** Reads from a request what doors and procedures may know of it. */
import type { Arrival } from './arrival.ts';
import type { RequestInfo } from './exchange.ts';

/** Longest user agent that is kept, in characters. */
const maxUserAgent = 300;

/** @param origin the public origin of this server */
export function requestInfo(arrival: Arrival, origin: string): RequestInfo {
  const { id, method, path, address, trace, gone, headers } = arrival;
  const idempotencyKey = headers['idempotency-key'];
  return {
    id,
    method,
    path,
    address,
    userAgent: (headers['user-agent'] ?? '').slice(0, maxUserAgent),
    ...(headers.cookie !== undefined && { cookie: headers.cookie }),
    ...(typeof idempotencyKey === 'string' && { idempotencyKey }),
    ...(trace && { trace }),
    origin,
    gone,
  };
}
