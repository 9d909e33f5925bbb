/** The RPC door: the tRPC protocol at /rpc. @see https://trpc.io/docs/rpc */
import type { AnyTRPCRouter } from '@trpc/server';
import { resolveResponse } from '@trpc/server/http';
import { currentRequest } from '../http/current-request.ts';
import type { Door, Visit } from '../http/door.ts';
import type { Incoming, Outgoing } from '../http/exchange.ts';
import { defaultMaxBytes } from '../operations/describe.ts';
import type { Operation } from '../operations/operation.ts';
import { t } from '../procedure/trpc.ts';
import { refusal } from './caps.ts';
import { answerPlain } from './fast/fast-path.ts';
import { plainRequest } from './fast/plain-request.ts';
import { withoutLeaks } from './foreign-router.ts';
import { harmfulName, isSuspicious } from './harmful-names.ts';
import { noteError } from './note-error.ts';
import { refuse } from './refuse.ts';
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
  const { _config: config } = router._def;
  return async (incoming, visit) => {
    const path = incoming.path.slice(prefix.length);
    const fields = new URLSearchParams(incoming.query);
    const refused = refusal(incoming, fields);
    if (refused) return refuse(refused, visit, config);
    const body = hasJson(incoming) ? await readInputs(incoming, path, byId) : null;
    const text = incoming.method === 'GET' ? fields.get('input') : body;
    const isRead = !(text instanceof Error);
    const isSuspect = isRead && text !== null && isSuspicious(text);
    const harmful = isSuspect ? harmfulName(text) : null;
    if (harmful) return refuse(harmful, visit, config);
    const plain = isOurs && isRead && !isSuspect ? plainRequest(incoming, path, fields, byId) : null;
    if (plain && isRead) return answerPlain(plain, text, incoming, visit, config);
    const request = body === null ? incoming : withText(incoming, body);
    return currentRequest.run(visit.request, () => answer(request, fields, visit, router, byId));
  };
}

/** Whether tRPC reads the body as JSON. */
function hasJson({ method, headers }: Incoming): boolean {
  return method === 'POST' && /^application\/json/i.test(headers['content-type'] ?? '');
}

/** The same request, whose body has been read already, or could not be. */
function withText(incoming: Incoming, body: string | Error): Incoming {
  const { method, path, query, headers, signal } = incoming;
  const text = async () => (body instanceof Error ? Promise.reject(body) : body);
  return { method, path, query, headers, signal, text, form: (maxBytes) => incoming.form(maxBytes) };
}

/** The inputs' JSON text in the body; an error when it cannot be read. */
async function readInputs(
  incoming: Incoming,
  path: string,
  operations: ReadonlyMap<string, Operation>,
): Promise<string | Error> {
  return incoming.text(bodyLimit(path, operations, 'json')).catch((error: Error) => error);
}

async function answer(
  incoming: Incoming,
  fields: URLSearchParams,
  visit: Visit,
  router: AnyTRPCRouter,
  operations: ReadonlyMap<string, Operation>,
): Promise<Outgoing> {
  const path = incoming.path.slice(prefix.length);
  const isSingle = fields.get('batch') !== '1';
  visit.response.sent = isStreamed(incoming);
  const response = await resolveResponse({
    req: toRequest(incoming, visit.request.origin, bodyLimit(path, operations, 'form')),
    path,
    router,
    error: null,
    createContext: visit.context,
    allowMethodOverride: true,
    onError: ({ error, path: operation }) => noteError(error, operation, visit, isSingle),
  });
  return toOutgoing(response);
}

/** The largest body that one of the called operations accepts. */
function bodyLimit(
  path: string,
  operations: ReadonlyMap<string, Operation>,
  as: Exclude<Operation['body'], 'none'>,
): number {
  const limitOf = (id: string) => {
    const operation = operations.get(id);
    // What an upload may have in files, on disk, JSON would have in memory.
    const isForFiles = operation?.body === 'form' && as === 'json';
    return isForFiles ? defaultMaxBytes : (operation?.policy.maxBytes ?? defaultMaxBytes);
  };
  return Math.max(...path.split(/,|%2C/i).map(limitOf));
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
