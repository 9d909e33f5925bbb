import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { type Answer, answerComplaints, readAnswer } from '../support/description/answer.ts';
import { type DescribedOperation, readApi } from '../support/description/api.ts';
import { exampleOf } from '../support/description/example.ts';
import { createMemory, type Memory } from '../support/description/memory.ts';
import { type RequestValues, writeRequest } from '../support/description/request.ts';
import { root } from '../support/repository.ts';
import type { UserAgent } from '../support/user-agent.ts';
import { createWorld, prepared, type World } from './elsewhere.ts';

const api = readApi(JSON.parse(await readFile(join(root, 'shared/api/openapi.json'), 'utf8')));

/** What creates comes first, what deletes last: so there is something to read and to change. */
const order = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'];
const operations = api.operations.toSorted((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
const roles = ['anonymous', 'user', 'admin'] as const;
type Role = (typeof roles)[number];

let world: World;
let app: TestApp;
const agents = new Map<Role, UserAgent>();
const memories = new Map<Role, Memory>(roles.map((role) => [role, createMemory(api)]));
const answered = new Map<string, Set<number>>();

beforeAll(async () => {
  world = await createWorld();
  app = world.app;
  for (const role of roles) agents.set(role, await agent(role));
});
afterAll(() => world[Symbol.asyncDispose]());

const agent = (role: Role) => (role === 'anonymous' ? app.visitor() : app[role]());

/** Whoever signs in or out is somebody else afterwards, so those calls are made by somebody new. */
async function caller({ responses }: DescribedOperation, role: Role): Promise<UserAgent> {
  const setsCookies = Object.values(responses).some(({ headers }) => headers?.['Set-Cookie']);
  const known = agents.get(role);
  return setsCookies || !known ? agent(role) : known;
}

async function send(
  operation: DescribedOperation,
  role: Role,
  values: RequestValues,
  init: RequestInit = {},
  by?: UserAgent,
) {
  const [address, request] = writeRequest(operation, values);
  const headers = [...new Headers(request.headers), ...new Headers(init.headers)];
  const agent = by ?? (await caller(operation, role));
  const answer = await readAnswer(await agent.fetch(address, { ...request, ...init, headers }));
  const said = `${role} ${operation.method} ${address} ${JSON.stringify(values)}`;
  expect(answerComplaints(api, operation, answer), said).toEqual([]);
  const statuses = answered.get(operation.id) ?? new Set();
  answered.set(operation.id, statuses.add(answer.status));
  return answer;
}

function learn(operation: DescribedOperation, role: Role, values: RequestValues, answer: Answer): void {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  if (answer.status < 300 && isJson) memories.get(role)?.learn(operation, values, JSON.parse(answer.text));
}

suite.each(roles)('what the document says holds for %s', (role) => {
  test.each(operations)('$method $path', async (operation) => {
    const memory = memories.get(role);
    for (const type of operation.bodies.length > 0
      ? operation.bodies.map((body) => body.type)
      : [undefined]) {
      const examples = exampleOf(api, operation, 8, type);
      for (const [index, example] of examples.entries()) {
        const values =
          index % 2 === 0 || operation.id in prepared
            ? example
            : (memory?.recall(operation, example) ?? example);
        const answer = await send(operation, role, values);
        learn(operation, role, values, answer);
        await askAgain(operation, role, values, answer);
      }
    }
    await misbehave(operation, role);
  });
});

test.each(Object.keys(prepared))('%s succeeds with what comes by another way', async (id) => {
  const operation = operations.find((one) => one.id === id);
  if (!operation) throw new Error(`There is no operation ${id}`);
  const { by, values = { parameters: {} } } = (await prepared[id]?.(world)) ?? {};
  const answer = await send(operation, 'user', values, {}, by);
  expect(answer.status, answer.text).toBeLessThan(400);
  await askAgain(operation, 'user', values, answer, by);
});

/** The same again, on conditions that the document names. */
async function askAgain(
  operation: DescribedOperation,
  role: Role,
  values: RequestValues,
  { status, headers }: Answer,
  by?: UserAgent,
): Promise<void> {
  const etag = headers.get('etag');
  if (status !== 200 || !etag) return;
  const again = (name: string, value: string) =>
    send(operation, role, values, { headers: { [name]: value } }, by);
  expect((await again('If-None-Match', etag)).status).toBe(304);
  if (!operation.parameters.some(({ name }) => name === 'Range')) return;
  expect((await again('Range', 'bytes=0-0')).status).toBe(206);
  expect((await again('Range', 'bytes=99999999-')).status).toBe(416);
}

/** Requests that the document does not allow are refused by answers that it has. */
async function misbehave(operation: DescribedOperation, role: Role): Promise<void> {
  const [values = { parameters: {} }] = exampleOf(api, operation, 1);
  const refused = async (change: RequestInit, changed = values) => {
    const answer = await send(operation, role, changed, change);
    expect(answer.status, `${JSON.stringify(change)} ${JSON.stringify(changed)}`).toBeGreaterThanOrEqual(400);
  };
  if (operation.method !== 'GET') await refused({ headers: { origin: 'https://elsewhere.example' } });
  if (operation.bodies.length === 0) return;
  await refused({ headers: { 'content-type': 'application/xml' }, body: '<a/>' });
  await refused({ headers: { 'content-type': 'application/json' }, body: '{' });
  const schema = operation.bodies[0]?.schema ?? {};
  for (const [name, property] of Object.entries(api.resolve(schema).properties ?? {})) {
    const wrong = [[[]], { a: 1 }, 1, true].find((value) => api.complaints(property, value).length > 0);
    const body = { ...(values.body as object), [name]: wrong };
    if (wrong !== undefined && operation.bodies[0]?.type === 'application/json')
      await refused({}, { ...values, body });
  }
}

test('every operation succeeded with each status that it promises, and kept out who may not call it', () => {
  const unseen = operations.flatMap(({ id, responses }) =>
    Object.keys(responses)
      .filter((status) => Number(status) < 400 && !answered.get(id)?.has(Number(status)))
      .map((status) => `${id} never answered ${status}`),
  );
  expect(unseen).toEqual([]);
  for (const { id, method, role } of operations) {
    const statuses = answered.get(id) ?? new Set();
    if (role !== 'anyone') expect(statuses, id).toContain(401);
    if (role === 'admin') expect(statuses, id).toContain(403);
    if (method !== 'GET') expect(statuses, id).toContain(403);
  }
});
