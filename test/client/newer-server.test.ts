/** TypeScript clients of an API's first version, at a server of its second: nothing breaks. */
import type { TRPCClient } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nominal } from '../../client/generator/nominal/nominal.ts';
import { readApi } from '../../client/generator/read-api.ts';
import { describeTables } from '../../client/generator/typescript/rest/tables.ts';
import { createClient, problemOf } from '../../client/src/index.ts';
import { createApi } from '../../client/src/rest/client.ts';
import { type TestApp, testApp } from '../support/app.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { documentOf } from './generator/documents.ts';
import { people, person } from './versions.ts';

interface Person {
  readonly [field: string]: unknown;
}

/** Either client, by what its user does with it. */
interface People {
  get(input: object): Promise<Person>;
  list(input: object): Promise<{ items: Person[]; nextCursor: string | null }>;
  replace(input: object): Promise<Person>;
  /** Streams of the RPC client are generated: the scenario has one of a newer server. */
  watch?(input: object): Promise<Person[]>;
}

let app: TestApp;
let visitor: UserAgent;
let clients: { readonly rest: People; readonly rpc: People };
beforeAll(async () => {
  app = await testApp({}, undefined, people(true));
  visitor = app.visitor();
  clients = { rest: await restClient(), rpc: rpcClient() };
});
afterAll(() => app[Symbol.asyncDispose]());

async function restClient(): Promise<People> {
  const older = describeTables(nominal(readApi(await documentOf(people(false)))));
  const api = createApi(older, {
    url: `${app.config.publicOrigin}/api`,
    fetch: (url, init) => visitor.fetch(new Request(url, init)),
  }) as { people: Omit<People, 'watch'> & { watch(input: object): AsyncIterable<Person> } };
  return { ...api.people, watch: (input) => Array.fromAsync(api.people.watch(input)) };
}

/** The client knows no other API's types, and asks no more of an answer than that it is one. */
function rpcClient(): People {
  const client = createClient({
    url: `${app.config.publicOrigin}/rpc`,
    fetch: (url, init) => visitor.fetch(new Request(url, init)),
  }) as unknown as TRPCClient<ReturnType<typeof people>>;
  return {
    get: (input) => client.people.get.query(input as never),
    list: (input) => client.people.list.query(input as never) as never,
    replace: (input) => client.people.replace.mutate(input as never),
  };
}

describe.each(['rest', 'rpc'] as const)('a client of yesterday, through %s', (door) => {
  test('reads new fields, values and variants, in lists and streams too', async () => {
    const { get, list, watch } = clients[door];
    expect(await get({ id: 'ü/1' })).toMatchObject(person);
    const first = await list({});
    expect(first).toMatchObject({ items: [person], nextCursor: 'next', total: 2 });
    expect(await list({ cursor: first.nextCursor })).toMatchObject({ items: [person], nextCursor: null });
    if (watch) expect(await watch({ id: 'x' })).toMatchObject([person]);
  });

  test('sends back what it does not know as it came, and leaves out what it never heard of', async () => {
    const { replace } = clients[door];
    expect(await replace({ ...person, nick: 'Ada' })).toMatchObject({ ...person, nick: 'Ada' });
  });

  test('fails by a new code, which can be read', async () => {
    const failure = await clients[door].replace({ ...person, id: 'locked' }).catch((error: unknown) => error);
    expect(problemOf(failure)).toMatchObject({ code: 'conflict', status: 409 });
  });
});
