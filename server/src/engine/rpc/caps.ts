/** What the RPC door refuses before a call begins. */
import { type Failure, fail } from '../errors/failure.ts';
import type { Incoming } from '../http/exchange.ts';

/** Most calls in one batch. */
const maxCalls = 50;

/** Longest path and query, in bytes: inputs of queries travel in it. */
export const maxUrlBytes = 64 * 1024;

/**
 * The reason to refuse a request, if there is one.
 * @param fields the query's
 */
export function refusal(incoming: Incoming, fields: URLSearchParams): Failure | null {
  if (incoming.path.length + incoming.query.length > maxUrlBytes) {
    return fail('bad_request', { detail: `The address is longer than ${maxUrlBytes} bytes; use POST` });
  }
  if (fields.get('batch') === '1' && incoming.path.split(/,|%2C/i).length > maxCalls) {
    return fail('payload_too_large', { detail: `A batch may have ${maxCalls} calls at most` });
  }
  if (fields.has('connectionParams')) {
    return fail('bad_request', { detail: 'connectionParams are not accepted: a query ends up in logs' });
  }
  return null;
}
