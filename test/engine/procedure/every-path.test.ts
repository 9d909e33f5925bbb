import { stream } from '@portico/shared/stream';
import { transformer } from '@portico/shared/transformer';
import {
  createTRPCClient,
  getUntypedClient,
  httpBatchLink,
  httpBatchStreamLink,
  httpLink,
  httpSubscriptionLink,
  TRPCClientError,
} from '@trpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { admin, publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { accounts } from '../../../server/src/features/accounts/accounts.router.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { eventSourceClass } from '../../support/event-source.ts';
import type { UserAgent } from '../../support/user-agent.ts';

/** How often the effect of each key happened. */
const effects = new Map<string, number>();

const limit = { calls: 2, seconds: 60 };
const Tick = z.object({ number: z.int() });

async function* tick() {
  yield { number: 1 };
}

const guarded = router({
  accounts,
  open: publicProcedure
    .meta({ rest: 'GET /open' })
    .output(z.string())
    .query(() => 'open'),
  limited: publicProcedure
    .meta({ rest: 'GET /limited', limit })
    .output(z.string())
    .query(() => 'limited'),
  limitedTicks: publicProcedure
    .meta({ rest: 'GET /limited-ticks', limit })
    .output(stream(Tick))
    .subscription(tick),
  forbidden: admin
    .meta({ rest: 'GET /forbidden' })
    .output(z.string())
    .query(() => 'forbidden'),
  forbiddenTicks: admin.meta({ rest: 'GET /forbidden-ticks' }).output(stream(Tick)).subscription(tick),
  once: publicProcedure
    .meta({ rest: 'POST /once', idempotent: true })
    .input(z.object({ name: z.string() }))
    .output(z.int())
    .mutation(({ input }) => {
      const count = (effects.get(input.name) ?? 0) + 1;
      effects.set(input.name, count);
      return count;
    }),
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp({}, undefined, guarded);
});
afterAll(() => app[Symbol.asyncDispose]());

type Headers = Readonly<Record<string, string>>;
type Link = 'httpLink' | 'httpBatchLink' | 'httpBatchStreamLink' | 'httpSubscriptionLink';

/** The official client with one of its links. */
function connect(link: Link, agent: UserAgent, headers: Headers = {}) {
  const url = `${app.config.publicOrigin}/rpc`;
  const fetch = (address: string | URL | Request, init?: object) => agent.fetch(address, init);
  const options = { url, transformer, fetch, headers };
  const EventSource = eventSourceClass({ fetch, headers: () => ({}) });
  const links = {
    httpLink: () => httpLink(options),
    httpBatchLink: () => httpBatchLink(options),
    httpBatchStreamLink: () => httpBatchStreamLink(options),
    httpSubscriptionLink: () => httpSubscriptionLink({ url, transformer, EventSource }),
  };
  return getUntypedClient(createTRPCClient<typeof guarded>({ links: [links[link]()] }));
}

/** HTTP's status of a call: what the client's error says, or 200. */
async function statusOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 200;
  } catch (error) {
    if (error instanceof TRPCClientError && error.data) return error.data.httpStatus;
    throw error;
  }
}

/** A call beside another one, so that a batching link does make a batch. */
async function amongOthers(link: Link, agent: UserAgent, id: string): Promise<number> {
  const client = connect(link, agent);
  const [status, beside] = await Promise.all([statusOf(client.query(id)), statusOf(client.query('open'))]);
  expect(beside).toBe(200);
  return status;
}

function following(agent: UserAgent, id: string): Promise<number> {
  const client = connect('httpSubscriptionLink', agent);
  const first = Promise.withResolvers<unknown>();
  const subscription = client.subscription(id, undefined, { onData: first.resolve, onError: first.reject });
  return statusOf(first.promise).finally(() => subscription.unsubscribe());
}

async function overRest(agent: UserAgent, path: string): Promise<number> {
  const response = await agent.fetch(`/api/${path}`);
  await response.text();
  return response.status;
}

/** Every way to make a call, as `limited` or `forbidden`; its status. */
const paths: Readonly<Record<string, (agent: UserAgent, id: 'limited' | 'forbidden') => Promise<number>>> = {
  'a single call': (agent, id) => statusOf(connect('httpLink', agent).query(id)),
  'a batch': (agent, id) => amongOthers('httpBatchLink', agent, id),
  'a streamed batch': (agent, id) => amongOthers('httpBatchStreamLink', agent, id),
  'a subscription': (agent, id) => following(agent, `${id}Ticks`),
  REST: overRest,
  'a stream through REST': (agent, id) => overRest(agent, `${id}-ticks`),
};

describe.each(Object.keys(paths))('%s', (name) => {
  const call = paths[name] ?? expect.unreachable();

  test('has the limit of its operation', async () => {
    const visitor = app.visitor();
    const statuses = [
      await call(visitor, 'limited'),
      await call(visitor, 'limited'),
      await call(visitor, 'limited'),
    ];
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('is forbidden to those who may not, and open to those who may', async () => {
    expect(await call(app.visitor(), 'forbidden')).toBe(401);
    expect(await call(await app.user(), 'forbidden')).toBe(403);
    expect(await call(await app.admin(), 'forbidden')).toBe(200);
  });
});

test('the ways to make a call share its limit', async () => {
  const visitor = app.visitor();
  const { 'a single call': single, 'a batch': batch, 'a streamed batch': streamed, REST: rest } = paths;
  expect([await single?.(visitor, 'limited'), await batch?.(visitor, 'limited')]).toEqual([200, 200]);
  expect([await streamed?.(visitor, 'limited'), await rest?.(visitor, 'limited')]).toEqual([429, 429]);
});

test('under one key there is one effect and one answer, however often and whichever way it is sent', async () => {
  const visitor = app.visitor();
  const key = { 'idempotency-key': crypto.randomUUID() };
  const input = { name: 'one' };
  const answers: unknown[] = [];
  for (const link of ['httpLink', 'httpBatchLink', 'httpBatchStreamLink'] as const) {
    answers.push(await connect(link, visitor, key).mutation('once', input));
  }
  answers.push(await (await visitor.rest('POST', '/once', input, key)).json());
  expect(answers).toEqual([1, 1, 1, 1]);
  expect(effects.get('one')).toBe(1);
});
