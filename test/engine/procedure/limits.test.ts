import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { doorNames } from '../../contract/doors.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import type { UserAgent } from '../../support/user-agent.ts';

const limited = router({
  counted: publicProcedure
    .meta({ rest: 'GET /counted', limit: { calls: 12, seconds: 60 } })
    .output(z.string())
    .query(() => 'counted'),
  other: publicProcedure
    .meta({ rest: 'GET /other' })
    .output(z.string())
    .query(() => 'other'),
  small: publicProcedure
    .meta({ rest: 'POST /small', maxBytes: 200 })
    .input(z.object({ text: z.string() }))
    .output(z.int())
    .mutation(({ input }) => input.text.length),
  large: publicProcedure
    .meta({ rest: 'POST /large', maxBytes: 3_000_000 })
    .input(z.object({ text: z.string() }))
    .output(z.int())
    .mutation(({ input }) => input.text.length),
  slow: publicProcedure
    .meta({ rest: 'GET /slow', timeoutMs: 50 })
    .output(z.void())
    .query(() => new Promise<void>(() => {})),
});

let app: TestApp;
let visitor: UserAgent;
beforeAll(async () => {
  app = await testApp({}, undefined, limited);
});
afterAll(() => app[Symbol.asyncDispose]());

const address = (door: 'rpc' | 'rest', id: string) => (door === 'rpc' ? `/rpc/${id}` : `/api/${id}`);

describe.each(doorNames)('through %s', (door) => {
  const get = (id: string) => visitor.fetch(address(door, id));
  const post = (id: string, text: string) =>
    visitor.fetch(address(door, id), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(door === 'rpc' ? { json: { text } } : { text }),
    });

  beforeAll(() => {
    visitor = app.visitor();
  });

  test('an operation with a limit of its own says what is left of it, until nothing is', async () => {
    for (let left = 11; left >= 0; left -= 1) {
      const { status, headers } = await get('counted');
      expect({ status, policy: headers.get('ratelimit-policy') }).toEqual({
        status: 200,
        policy: '"counted";q=12;w=60',
      });
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"counted";r=${left};t=(60|5\\d)$`));
    }
    const { status, headers } = await get('counted');
    expect(status).toBe(429);
    expect(headers.get('ratelimit')).toMatch(/^"counted";r=0;t=(60|5\d)$/);
    expect(headers.get('retry-after')).toBe(/t=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    expect((await get('other')).status).toBe(200);
  });

  test('an operation without one says nothing', async () => {
    expect((await get('other')).headers.has('ratelimit')).toBe(false);
  });

  test('a body counts against what its operation takes', async () => {
    expect((await post('small', 'x'.repeat(100))).status).toBe(200);
    const refused = await post('small', 'x'.repeat(300));
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('payload_too_large');
    expect((await post('large', 'x'.repeat(2_000_000))).status).toBe(200);
    expect((await post('large', 'x'.repeat(3_000_000))).status).toBe(413);
  });

  test('a call that takes longer than its operation may is answered', async () => {
    const response = await get('slow');
    expect(response.status).toBe(504);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.text()).toContain('"timeout"');
  });
});

test('what was taken through one door is gone through the other; a batch of ten is ten calls', async () => {
  const caller = app.visitor();
  const batch = `/rpc/${Array.from({ length: 10 }, () => 'counted').join(',')}?batch=1&input=%7B%7D`;
  expect((await caller.fetch(batch)).status).toBe(200);
  const { headers } = await caller.rest('GET', '/counted');
  expect(headers.get('ratelimit')).toMatch(/;r=1;/);
  const mixed = await caller.fetch('/rpc/counted,counted,other?batch=1&input=%7B%7D');
  const answers = (await mixed.json()) as { error?: { json: { data: { httpStatus: number } } } }[];
  expect(answers.map(({ error }) => error?.json.data.httpStatus ?? 200)).toEqual([200, 429, 200]);
});

test('the general limit names itself when it is reached', async () => {
  await using strict = await testApp({ RATE_LIMIT: '2' }, undefined, limited);
  const caller = strict.visitor();
  await caller.rest('GET', '/other');
  expect((await caller.rest('GET', '/other')).headers.has('ratelimit')).toBe(false);
  const { status, headers } = await caller.rest('GET', '/other');
  expect(status).toBe(429);
  expect(headers.get('ratelimit-policy')).toBe('"general";q=2;w=60');
  expect(headers.get('ratelimit')).toMatch(/^"general";r=0;t=\d+$/);
});
