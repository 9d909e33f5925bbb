import fc from 'fast-check';
import { afterAll, beforeAll, expect, describe as suite, test } from 'vitest';
import { openApiDocument } from '../../../server/src/engine/openapi/document.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { appRouter } from '../../../server/src/router.ts';
import { readApi } from '../../support/description/api.ts';
import { gallery } from '../gallery/gallery.ts';
import { type Request, toBytes } from './requests.ts';
import { restRequests } from './rest.ts';
import { rpcRequests } from './rpc.ts';
import { startTarget, type Target } from './target.ts';
import { complaint } from './verdict.ts';
import { exchange } from './wire.ts';

/** Requests in all: `FUZZ_RUNS` asks for more. */
const runs = Number(process.env.FUZZ_RUNS ?? 2_000) / 4;

/** The same requests come each time, unless `FUZZ_SEED` asks for others. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261);

/** Requests that come first, so that what is made once is made before the heap is measured. */
const warmUp = 250;

suite.each([
  ['features', appRouter],
  ['gallery', gallery],
] as const)('the %s', async (name, router) => {
  const document = openApiDocument(await describe(router));
  const api = readApi(document);
  const doors = { rest: restRequests(api), rpc: rpcRequests(api, document) };
  const seen = new Set<string>();
  let target: Target;
  let cookie: string | undefined;

  beforeAll(async () => {
    target = await startTarget(name);
    if (name === 'features') cookie = await register(target.port);
  });
  afterAll(() => target[Symbol.asyncDispose]());

  async function send(request: Request, door: keyof typeof doors, asUser: boolean): Promise<void> {
    const headers = asUser && cookie ? [['cookie', cookie] as const, ...request.headers] : request.headers;
    const raw = toBytes({ ...request, headers }, 'localhost:3000');
    const answer = await exchange(target.port, raw);
    seen.add(`${door} ${answer?.status}`);
    if (answer) expect(complaint(answer, { door, ...request })).toBeUndefined();
    else expect(raw.isWhole, 'a whole request without an answer').toBe(false);
  }

  const assault = (door: keyof typeof doors, numRuns: number, from: number) =>
    fc.assert(
      fc.asyncProperty(doors[door], fc.boolean(), (request, asUser) => send(request, door, asUser)),
      { seed: from, numRuns },
    );

  test.each(['rest', 'rpc'] as const)(
    `the %s door answers ${runs} hostile requests and keeps nothing of them (seed ${seed})`,
    { timeout: 900_000 },
    async (door) => {
      await assault(door, warmUp, seed + 1);
      const before = await target.measure();
      await assault(door, runs, seed);
      const after = await target.measure();
      expect(after).toMatchObject({ complaints: [], polluted: [], connections: 0 });
      expect(after.listeners).toEqual(before.listeners);
      expect(after.heap / before.heap).toBeLessThan(1.1);
      expect(await target.leftovers()).toEqual([]);
      expect(target.exit()).toBeUndefined();
    },
  );

  test('good requests were among them, and bad ones of every kind', () => {
    const expected = ['rest', 'rpc'].flatMap((door) =>
      [200, 400, 403, 404, 405, 415, 422].map((status) => `${door} ${status}`),
    );
    expect([...seen]).toEqual(expect.arrayContaining(expected));
  });
});

/** @returns the cookie of a new user */
async function register(port: number): Promise<string> {
  const user = { username: 'ada', email: 'ada@example.org', password: 'correct horse battery' };
  const body = { type: 'application/json', content: Buffer.from(JSON.stringify(user)) };
  const request: Request = { method: 'POST', target: '/api/register', headers: [], body, framing: 'length' };
  const answer = await exchange(port, toBytes(request, 'localhost:3000'));
  expect(answer?.status).toBe(201);
  return answer?.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}
