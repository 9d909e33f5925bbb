/** The RPC door: the tRPC protocol at /rpc, served by tRPC's own handler. @see https://trpc.io/docs/rpc */
import type { AnyTRPCRouter } from '@trpc/server';
import { resolveResponse } from '@trpc/server/http';
import { classify } from '../errors/classify.ts';
import { currentRequest } from '../http/current-request.ts';
import type { Door, Visit } from '../http/door.ts';
import type { Incoming, Outgoing } from '../http/exchange.ts';
import { defaultMaxBytes } from '../operations/describe.ts';
import type { Operation } from '../operations/operation.ts';
import { maxCalls, refusal } from './caps.ts';
import { toRequest } from './request.ts';

const prefix = '/rpc/';

/** Serves every procedure of the router, also those that are not described. */
export function createRpcDoor(router: AnyTRPCRouter, operations: readonly Operation[]): Door {
  const limits = new Map(operations.map(({ id, policy }) => [id, policy.maxBytes]));
  return (incoming, visit) =>
    currentRequest.run(visit.request, () => answer(incoming, visit, router, limits));
}

async function answer(
  incoming: Incoming,
  visit: Visit,
  router: AnyTRPCRouter,
  limits: ReadonlyMap<string, number>,
): Promise<Outgoing> {
  const path = incoming.path.slice(prefix.length);
  const single = !isBatch(incoming);
  visit.response.sent = isStreamed(incoming);
  const response = await resolveResponse({
    req: toRequest(incoming, visit.request.origin, bodyLimit(path, limits)),
    path,
    router,
    error: refusal(incoming),
    createContext: visit.context,
    maxBatchSize: maxCalls,
    allowMethodOverride: true,
    onError: ({ error, path: operation }) => {
      const { bug, headers } = classify(error);
      if (bug) visit.log.error({ err: error.cause ?? error, operation }, 'a call broke');
      if (single && !visit.response.sent) visit.response.headers.push(...Object.entries(headers));
    },
  });
  return toOutgoing(response);
}

/** The largest body that one of the called operations accepts. */
function bodyLimit(path: string, limits: ReadonlyMap<string, number>): number {
  return Math.max(...path.split(/,|%2C/i).map((id) => limits.get(id) ?? defaultMaxBytes));
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
