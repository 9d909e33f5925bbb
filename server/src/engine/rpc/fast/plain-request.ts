/** Recognises the requests that the fast path serves: plain JSON calls and batches of described operations. */
import type { Incoming } from '../../http/exchange.ts';
import type { Operation } from '../../operations/operation.ts';

/** A request of the fast path. */
export interface PlainRequest {
  readonly operations: readonly Operation[];
  readonly isBatch: boolean;
}

/**
 * @param fields the query's
 * @returns null for everything that tRPC's own handler shall answer
 */
export function plainRequest(
  incoming: Incoming,
  path: string,
  fields: URLSearchParams,
  operations: ReadonlyMap<string, Operation>,
): PlainRequest | null {
  const { method, headers } = incoming;
  if (method !== 'GET' && method !== 'POST') return null;
  if (!isPlainJson(method, headers['content-type']) || asksForStream(headers)) return null;
  const isBatch = fields.get('batch') === '1';
  const called = calledOperations(path, isBatch, operations);
  const kind = called?.[0]?.kind;
  if (!called?.every((operation) => operation.kind === kind)) return null;
  if (kind !== 'query' && !(kind === 'mutation' && method === 'POST')) return null;
  return { operations: called, isBatch };
}

function isPlainJson(method: string, contentType: string | undefined): boolean {
  if (contentType === undefined) return method === 'GET';
  return contentType === 'application/json' || /^application\/json\s*;/i.test(contentType);
}

/** JSON lines or events: streams. */
function asksForStream(headers: Incoming['headers']): boolean {
  return isStream(headers['trpc-accept']) || isStream(headers.accept);
}

function isStream(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  return accept.includes('application/jsonl') || accept.includes('text/event-stream');
}

function calledOperations(
  path: string,
  isBatch: boolean,
  operations: ReadonlyMap<string, Operation>,
): Operation[] | null {
  const ids = isBatch ? path.replaceAll(/%2c/gi, ',').split(',') : [path];
  const called: Operation[] = [];
  for (const id of ids) {
    const operation = operations.get(id);
    if (!operation || operation.output.as === 'stream') return null;
    called.push(operation);
  }
  return called;
}
