/** Asks a REST door made of hand-written operations, without a server. */

import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { TRPCError } from '@trpc/server';
import { pino } from 'pino';
import { z } from 'zod';
import { Cancellation } from '../../../server/src/engine/concurrency/cancellation.ts';
import { IncomingRequest } from '../../../server/src/engine/http/body/incoming.ts';
import type { Visit } from '../../../server/src/engine/http/door.ts';
import type { Outgoing } from '../../../server/src/engine/http/exchange.ts';
import type { Operation, Output, RestRoute } from '../../../server/src/engine/operations/operation.ts';
import { pathParams } from '../../../server/src/engine/operations/route.ts';
import type { Context } from '../../../server/src/engine/procedure/context.ts';
import type { Method } from '../../../server/src/engine/procedure/meta.ts';
import { createRestDoor } from '../../../server/src/engine/rest/rest-door.ts';

export interface OperationOptions {
  readonly input?: z.ZodType;
  readonly output?: Output;
  readonly body?: Operation['body'];
  readonly status?: RestRoute['status'];
  readonly location?: string;
  readonly maxBytes?: number;
  /** Answers the parsed input where absent. */
  readonly answer?: (input: unknown) => unknown;
}

/** @param route such as `PUT /posts/{id}` */
export function operation(route: string, options: OperationOptions = {}): Operation {
  const [method = '', path = ''] = route.split(' ');
  const {
    input,
    output = { as: 'none', schema: z.void() },
    status = 200,
    location,
    maxBytes = 1000,
    answer,
  } = options;
  const inQuery = method === 'GET' || method === 'DELETE' || !input;
  return {
    id: route,
    kind: method === 'GET' ? 'query' : 'mutation',
    rest: { method: method as Method, path, params: pathParams(path), status, ...(location && { location }) },
    ...(input && { input }),
    body: options.body ?? (inQuery ? 'none' : 'json'),
    output,
    access: { role: 'anyone', scopes: [] },
    errors: [],
    policy: { maxBytes, timeoutMs: 1000, setsCookies: false, idempotent: false },
    docs: { summary: route, tags: [], ageing: {} },
    async run(call) {
      const parsed = input && (await parse(input, await call.input()));
      return answer ? answer(parsed) : parsed;
    },
  };
}

/** As tRPC reports what a schema refuses. */
async function parse(schema: z.ZodType, value: unknown): Promise<unknown> {
  const result = await schema.safeParseAsync(value);
  if (result.success) return result.data;
  throw new TRPCError({ code: 'BAD_REQUEST', cause: result.error });
}

export interface Question {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly user?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** What the log of the last question's bugs says; empty for anything expected. */
export const bugs: string[] = [];

/** @param request such as `PUT /api/posts/1?a=b` */
export async function ask(
  operations: readonly Operation[],
  request: string,
  { headers = {}, body, user = false }: Question = {},
): Promise<Answer> {
  bugs.length = 0;
  const [method = '', url = ''] = request.split(' ');
  const gone = new Cancellation();
  const content = body === undefined ? [] : [Buffer.from(body)];
  await using incoming = new IncomingRequest({ method, url, headers, body: Readable.from(content) }, gone);
  const outgoing = await createRestDoor(operations)(incoming, visit(method, incoming.path, user, gone));
  const answered = await read(outgoing.body);
  return {
    status: outgoing.status,
    headers: new Headers(outgoing.headers.map(([name, value]): [string, string] => [name, value])),
    text: answered,
    json: answered.startsWith('{') || answered.startsWith('[') ? JSON.parse(answered) : undefined,
  };
}

async function read(body: Outgoing['body']): Promise<string> {
  if (body === undefined || typeof body === 'string') return body ?? '';
  return body instanceof Uint8Array ? Buffer.from(body).toString() : text(Readable.from(body));
}

function visit(method: string, path: string, user: boolean, gone: Cancellation): Visit {
  const request = {
    id: 'request-1',
    method,
    path,
    address: '::1',
    userAgent: '',
    origin: 'http://localhost',
    gone,
  };
  const context = { user: user ? { id: '1', username: 'ada', role: 'user', sessionId: 's' } : null };
  return {
    request,
    response: { headers: [], sent: false },
    log: pino({ level: 'error' }, { write: (line: string) => void bugs.push(line) }),
    context: async () => context as Context,
  };
}
