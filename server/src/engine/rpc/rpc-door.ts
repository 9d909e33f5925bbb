/** The RPC door: the tRPC protocol at /rpc. @see https://trpc.io/docs/rpc */
import type { AnyTRPCRouter } from '@trpc/server';
import { resolveResponse } from '@trpc/server/http';
import { currentRequest } from '../http/current-request.ts';
import type { Door, Visit } from '../http/door.ts';
import type { Incoming, Outgoing } from '../http/exchange.ts';
import { defaultMaxBytes } from '../operations/describe.ts';
import type { Operation } from '../operations/operation.ts';
import { t } from '../procedure/trpc.ts';
import { maxCalls, refusal } from './caps.ts';
import { answerPlain } from './fast/fast-path.ts';
import { type PlainRequest, plainRequest } from './fast/plain-request.ts';
import { withoutLeaks } from './foreign-router.ts';
import { noteError } from './note-error.ts';
import { toRequest } from './request.ts';

const prefix = '/rpc/';

/**
 * Serves every procedure of the router, also those that are not described. Plain JSON calls of our own root go the fast
 * path; streams, forms and routers of another root go to tRPC's own handler.
 */
export function createRpcDoor(mounted: AnyTRPCRouter, operations: readonly Operation[]): Door {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const isOurs = mounted._def._config === t._config;
  const router = isOurs ? mounted : withoutLeaks(mounted);
  return (incoming, visit) =>
    currentRequest.run(visit.request, async () => {
      const path = incoming.path.slice(prefix.length);
      const plain = isOurs && !refusal(incoming) ? plainRequest(incoming, path, byId) : null;
      if (!plain) return answer(incoming, visit, router, byId);
      const text = await readInputs(plain, incoming, path, byId);
      const isUnread = text instanceof Error;
      const answered = isUnread ? null : await answerPlain(plain, text, incoming, visit, router._def._config);
      const reread = async () => (isUnread ? Promise.reject(text) : (text ?? ''));
      return answered ?? answer({ ...incoming, text: reread }, visit, router, byId);
    });
}

/** The inputs' JSON text; an error when the body cannot be read. */
async function readInputs(
  plain: PlainRequest,
  incoming: Incoming,
  path: string,
  operations: ReadonlyMap<string, Operation>,
): Promise<string | null | Error> {
  if (incoming.method === 'GET') return plain.queryInput;
  return incoming.text(bodyLimit(path, operations)).catch((error: Error) => error);
}

async function answer(
  incoming: Incoming,
  visit: Visit,
  router: AnyTRPCRouter,
  operations: ReadonlyMap<string, Operation>,
): Promise<Outgoing> {
  const path = incoming.path.slice(prefix.length);
  const isSingle = !isBatch(incoming);
  visit.response.sent = isStreamed(incoming);
  const response = await resolveResponse({
    req: toRequest(incoming, visit.request.origin, bodyLimit(path, operations)),
    path,
    router,
    error: refusal(incoming),
    createContext: visit.context,
    maxBatchSize: maxCalls,
    allowMethodOverride: true,
    onError: ({ error, path: operation }) => noteError(error, operation, visit, isSingle),
  });
  return toOutgoing(response);
}

/** The largest body that one of the called operations accepts. */
function bodyLimit(path: string, operations: ReadonlyMap<string, Operation>): number {
  return Math.max(
    ...path.split(/,|%2C/i).map((id) => operations.get(id)?.policy.maxBytes ?? defaultMaxBytes),
  );
}

function isBatch(incoming: Incoming): boolean {
  return new URLSearchParams(incoming.query).get('batch') === '1';
}

/** A streamed answer sends its head before the calls have run. */
function isStreamed({ headers }: Incoming): boolean {
  return [headers['trpc-accept'], headers.accept].some(
    (accept) => accept?.includes('application/jsonl') || accept?.includes('text/event-stream'),
  );
}

/** What Node decides by itself: it frames the body. */
const framing = new Set(['transfer-encoding', 'content-length']);

async function toOutgoing(response: Response): Promise<Outgoing> {
  const streamed = response.headers.has('transfer-encoding') || isEventStream(response);
  const headers = [...response.headers].filter(([name]) => !framing.has(name));
  headers.push(['cache-control', 'no-store']);
  const { status, body } = response;
  if (!body) return { status, headers };
  return { status, headers, body: streamed ? body : await response.text() };
}

function isEventStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}
