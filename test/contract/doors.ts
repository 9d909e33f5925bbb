/** Both doors behind one call, so that every case of the contract goes through each. */
import type { Code, Problem } from '@portico/shared/errors';
import { getUntypedClient, TRPCClientError } from '@trpc/client';
import { expect } from 'vitest';
import { toFormData } from '../../client/src/form-data.ts';
import type { Operation } from '../../server/src/engine/operations/operation.ts';
import type { TestApp } from '../support/app.ts';
import { events } from '../support/events.ts';
import type { UserAgent } from '../support/user-agent.ts';

/** How a call ended, the same whichever door it went through. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: number; readonly code: Code; readonly problem: Problem };

/** A door as a case uses it. */
export interface Door {
  readonly name: 'rpc' | 'rest';
  call(agent: UserAgent, id: string, input?: object): Promise<Outcome>;
}

/** Names for `describe.each`; the doors themselves need the running app. */
export const doorNames = ['rpc', 'rest'] as const;

export function openDoor(name: Door['name'], { app }: TestApp): Door {
  const operations = new Map(app.operations.map((operation) => [operation.id, operation]));
  const send = name === 'rpc' ? callRpc : callRest;
  return {
    name,
    call(agent, id, input) {
      const operation = operations.get(id);
      if (!operation) throw new Error(`There is no operation ${id}`);
      return send(agent, operation, input);
    },
  };
}

type Client = ReturnType<typeof getUntypedClient>;

/** How a call of each kind is made; what a subscription tells first is its value. */
const send: Record<
  Operation['kind'],
  (client: Client, id: string, input: object | undefined) => Promise<unknown>
> = {
  query: (client, id, input) => client.query(id, input),
  mutation: (client, id, input) => client.mutation(id, input),
  async subscription(client, id, input) {
    const first = Promise.withResolvers<unknown>();
    const following = client.subscription(id, input, { onData: first.resolve, onError: first.reject });
    return first.promise.finally(() => following.unsubscribe());
  },
};

async function callRpc(agent: UserAgent, { id, kind }: Operation, input?: object): Promise<Outcome> {
  const client = getUntypedClient(agent.rpc);
  try {
    return { ok: true, value: await send[kind](client, id, input) };
  } catch (error) {
    if (!(error instanceof TRPCClientError) || !error.data) throw error;
    const { httpStatus: status, problem } = error.data as { httpStatus: number; problem: Problem };
    expect(problem.status).toBe(status);
    return { ok: false, status, code: problem.code, problem };
  }
}

async function callRest(agent: UserAgent, operation: Operation, input: object = {}): Promise<Outcome> {
  const response = await sendRest(agent, operation, input);
  if (operation.output.as === 'redirect' && response.status === 303) {
    return { ok: true, value: response.headers.get('location') };
  }
  if (!response.ok) {
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await response.json()) as Problem;
    expect(problem.status).toBe(response.status);
    return { ok: false, status: response.status, code: problem.code, problem };
  }
  expect(response.status).toBe(operation.rest?.status);
  if (operation.output.as === 'none') return { ok: true, value: undefined };
  if (operation.output.as === 'stream') {
    for await (const { id, data } of events(response))
      return { ok: true, value: { id, data: JSON.parse(data) } };
    return { ok: true, value: undefined };
  }
  if (operation.output.as === 'file') {
    await response.body?.cancel();
    return { ok: true, value: `/api${fillPath(operation, input).path}` };
  }
  return { ok: true, value: JSON.parse(await response.text(), revive) };
}

/** Sends an operation as a REST client would: path, then query or body. */
export function sendRest(agent: UserAgent, operation: Operation, input: object = {}): Promise<Response> {
  const { path, others } = fillPath(operation, input);
  const method = operation.rest?.method ?? 'GET';
  if (operation.body === 'none') return agent.rest(method, `${path}${toQuery(others)}`);
  if (operation.body === 'json') return agent.rest(method, path, others);
  return agent.fetch(`/api${path}`, { method, body: toFormData(others) });
}

function fillPath({ id, rest }: Operation, input: object) {
  if (!rest) throw new Error(`${id} has no REST route`);
  const fields = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = rest.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = fields.get(name);
    fields.delete(name);
    return encodeURIComponent(String(value));
  });
  return { path, others: Object.fromEntries(fields) };
}

function toQuery(fields: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const item of [value].flat()) query.append(name, String(item));
  }
  return query.size > 0 ? `?${query}` : '';
}

/** Makes dates of what the API documents as dates, so that outcomes of both doors compare. */
function revive(key: string, value: unknown): unknown {
  return typeof value === 'string' && key.endsWith('At') ? new Date(value) : value;
}

/** The value of a call that must succeed. */
export function answerOf<Value>(outcome: Outcome): Value {
  if (!outcome.ok) throw new Error(`Expected a value, got ${JSON.stringify(outcome.problem)}`);
  return outcome.value as Value;
}

/** The pointers of a failure's field errors, sorted. */
export function pointersOf(outcome: Outcome): string[] {
  return outcome.ok ? [] : (outcome.problem.errors ?? []).map(({ pointer }) => pointer).toSorted();
}
