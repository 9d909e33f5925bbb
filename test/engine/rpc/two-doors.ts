/** Asks the RPC door twice: by the fast path, and by tRPC's own handler alone. */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { transformer } from '@portico/shared/transformer';
import { pino } from 'pino';
import { z } from 'zod';
import { Cancellation } from '../../../server/src/engine/concurrency/cancellation.ts';
import { fail } from '../../../server/src/engine/errors/failure.ts';
import { IncomingRequest } from '../../../server/src/engine/http/body/incoming.ts';
import type { Visit } from '../../../server/src/engine/http/door.ts';
import type { Outgoing } from '../../../server/src/engine/http/exchange.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import type { Context } from '../../../server/src/engine/procedure/context.ts';
import { memoryLimits } from '../../../server/src/engine/procedure/limits.ts';
import {
  admin,
  fails,
  publicProcedure,
  router,
  signedIn,
} from '../../../server/src/engine/procedure/procedure.ts';
import { createRpcDoor } from '../../../server/src/engine/rpc/rpc-door.ts';

const Rich = z.object({
  id: z.int(),
  at: z.date().nullable(),
  big: z.bigint().optional(),
  tags: z.array(z.string()),
  set: z.set(z.number()).optional(),
});

const things = router({
  echo: publicProcedure
    .input(Rich)
    .output(Rich)
    .query(({ input }) => input),
  save: publicProcedure
    .input(Rich)
    .output(Rich)
    .mutation(({ input }) => input),
  maybe: publicProcedure
    .input(z.object({ a: z.string() }).optional())
    .output(z.string().optional())
    .query(({ input }) => input?.a),
  nothing: publicProcedure.output(z.void()).mutation(() => undefined),
  mine: signedIn.output(z.string()).query(({ ctx }) => ctx.user.username),
  theirs: admin.output(z.string()).query(() => 'secret'),
  gone: publicProcedure
    .concat(fails('not_found'))
    .output(z.string())
    .query((): string => {
      throw fail('not_found', { detail: 'It went away' });
    }),
  busy: publicProcedure.output(z.string()).query((): string => {
    throw fail('unavailable', { retryAfter: 7 });
  }),
  broken: publicProcedure.output(z.string()).query((): string => {
    throw new Error('secret detail');
  }),
  wrongOutput: publicProcedure.output(z.object({ at: z.date() })).query(() => ({ at: new Date(Number.NaN) })),
  login: publicProcedure
    .meta({ setsCookies: true })
    .output(z.string())
    .mutation(({ ctx }) => {
      ctx.response.headers.push(['set-cookie', 'session=1; Path=/']);
      return 'in';
    }),
});

const appRouter = router({ things });

/** One request as a client might send it. */
export interface Question {
  readonly method?: string;
  /** After `/rpc/`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly user?: 'user' | 'admin';
}

/** What must not differ. */
export interface Answer {
  readonly status: number;
  /** Decoded by superjson, stacks left out; a stream's text as it is. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** How many bugs were logged. */
  readonly bugs: number;
}

export const operations = await describe(appRouter);
const fast = createRpcDoor(appRouter, operations);
const slow = createRpcDoor(appRouter, []);

/** @returns the fast path's answer, then tRPC's own */
export async function askBoth(question: Question): Promise<[fast: Answer, slow: Answer]> {
  return [await ask(fast, question), await ask(slow, question)];
}

async function ask(door: typeof fast, question: Question): Promise<Answer> {
  const { method = 'GET', path, headers = {}, body, user } = question;
  const gone = new Cancellation();
  const content = Readable.from(body === undefined ? [] : [Buffer.from(body)]);
  await using incoming = new IncomingRequest({ method, url: `/rpc/${path}`, headers, body: content }, gone);
  const bugs: string[] = [];
  const visit = visitOf(incoming.path, method, user, bugs, gone);
  const outgoing = await door(incoming, visit);
  return {
    status: outgoing.status,
    body: decode(await read(outgoing.body)),
    headers: Object.fromEntries(
      [...outgoing.headers, ...visit.response.headers].filter(([name]) => matters.has(name)),
    ),
    bugs: bugs.length,
  };
}

const matters = new Set([
  'content-type',
  'vary',
  'cache-control',
  'retry-after',
  'www-authenticate',
  'set-cookie',
  'allow',
]);

async function read(body: Outgoing['body']): Promise<string> {
  if (body === undefined || typeof body === 'string') return body ?? '';
  return body instanceof Uint8Array ? Buffer.from(body).toString() : text(Readable.from(body));
}

function decode(answered: string): unknown {
  if (answered.includes('\n')) return answered;
  const envelope: unknown = answered === '' ? null : JSON.parse(answered);
  return Array.isArray(envelope) ? envelope.map(decodeOne) : decodeOne(envelope);
}

function decodeOne(envelope: unknown): unknown {
  const { result, error } = (envelope ?? {}) as { result?: { data: never }; error?: never };
  if (error) {
    const { data, ...rest } = transformer.deserialize<{ data: Record<string, unknown> }>(error);
    return { ...rest, data: { ...data, stack: typeof data.stack } };
  }
  return result ? { data: transformer.deserialize(result.data) } : envelope;
}

function visitOf(
  path: string,
  method: string,
  role: Question['user'],
  bugs: string[],
  gone: Cancellation,
): Visit {
  const request = {
    id: 'request-1',
    method,
    path,
    address: '::1',
    userAgent: '',
    origin: 'http://localhost',
    gone,
  };
  const response = { headers: [], sent: false };
  const log = pino({ level: 'error' }, { write: (line: string) => void bugs.push(line) });
  const user = role ? { id: '1', username: 'ada', role, sessionId: 's' } : null;
  const context = { user, request, response, log, limits: memoryLimits(1_000_000) };
  return { request, response, log, context: async () => context as unknown as Context };
}
