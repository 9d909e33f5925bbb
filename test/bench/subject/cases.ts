/** The cases, and the contenders with the addresses under which they answer them. */
import { smallId } from './items.ts';

export const cases = ['small', 'list', 'list-postgres'] as const;
export type Case = (typeof cases)[number];

/** Path and query of one request for each case. */
export type Requests = Readonly<Record<Case, string>>;

/** How a contender's answer wraps its value. */
export type Envelope = 'plain' | 'superjson' | 'orpc';

export interface Contender {
  readonly requests: Requests;
  readonly envelope: Envelope;
  /** Its own programs are in the repository; a peer's libraries are installed for the bench. */
  readonly module: string;
}

function rest(prefix: string, module: string): Contender {
  return {
    module,
    envelope: 'plain',
    requests: {
      small: `${prefix}/items/${smallId}`,
      list: `${prefix}/items?limit=20`,
      'list-postgres': `${prefix}/stored-items?limit=20`,
    },
  };
}

function rpc(prefix: string, module: string, name: string, envelope: Envelope, separator: string): Contender {
  const request = (procedure: string, json: object) =>
    `${prefix}/items${separator}${procedure}?${name}=${encodeURIComponent(JSON.stringify({ json }))}`;
  return {
    module,
    envelope,
    requests: {
      small: request('get', { id: smallId }),
      list: request('list', { limit: 20 }),
      'list-postgres': request('listStored', { limit: 20 }),
    },
  };
}

export const contenders = {
  bare: rest('', './contenders/bare.ts'),
  'portico-rpc': rpc('/rpc', './contenders/portico.ts', 'input', 'superjson', '.'),
  'portico-rest': rest('/api', './contenders/portico.ts'),
  'trpc-fastify': rpc('/trpc', './peers/trpc-fastify.js', 'input', 'superjson', '.'),
  'trpc-to-openapi': rest('', './peers/trpc-to-openapi.js'),
  'orpc-rpc': rpc('/rpc', './peers/orpc.js', 'data', 'orpc', '/'),
  'orpc-rest': rest('/api', './peers/orpc.js'),
  'hono-zod-openapi': rest('', './peers/hono-zod-openapi.js'),
  'fastify-zod': rest('', './peers/fastify-zod.js'),
  /** fastify-zod with what Portico does besides: the log, the headers, the limits, the ids. */
  'fastify-zod-equipped': rest('', './peers/fastify-zod-equipped.js'),
  elysia: rest('', './peers/elysia.js'),
} satisfies Record<string, Contender>;

export type ContenderName = keyof typeof contenders;
export const contenderNames = Object.keys(contenders) as ContenderName[];
