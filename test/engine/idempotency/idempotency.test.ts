import { setTimeout } from 'node:timers/promises';
import { transformer } from '@portico/shared/transformer';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fail } from '../../../server/src/engine/errors/failure.ts';
import type { Context } from '../../../server/src/engine/procedure/context.ts';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { doorNames } from '../../contract/doors.ts';
import { type TestApp, testApp } from '../../support/app.ts';

const Label = z.object({ label: z.string() });

const Rich = z.object({
  at: z.date(),
  big: z.bigint(),
  set: z.set(z.string()),
  map: z.map(z.string(), z.date()),
  zero: z.number(),
  missing: z.string().optional(),
  text: z.string(),
});

const rich = (label: string): z.infer<typeof Rich> => ({
  at: new Date(1_767_225_600_123),
  big: 2n ** 70n,
  set: new Set(['b', 'a']),
  map: new Map([['x', new Date(0)]]),
  zero: -0,
  missing: undefined,
  text: `${label}\u0000\ud800`,
});

const effect = (db: Context['db'], label: string) => db.execute(sql`insert into effects values (${label})`);

const idempotent = publicProcedure.meta({ idempotent: true });

/** Operations that have an effect, and then do what the name says. */
const effects = router({
  nothing: idempotent
    .meta({ rest: 'POST /nothing' })
    .input(Label)
    .output(z.void())
    .mutation(async ({ ctx, input }) => void (await effect(ctx.db, input.label))),
  rich: idempotent
    .meta({ rest: 'POST /rich' })
    .input(Label)
    .output(Rich)
    .mutation(async ({ ctx, input }) => {
      await effect(ctx.db, input.label);
      return { ...rich(input.label), secret: 'unnamed' };
    }),
  broken: idempotent
    .meta({ rest: 'POST /broken' })
    .input(Label)
    .output(z.object({ id: z.int() }))
    .mutation(async ({ ctx, input }) => {
      await effect(ctx.db, input.label);
      return { id: input.label as unknown as number };
    }),
  failing: idempotent
    .meta({ rest: 'POST /failing' })
    .input(Label)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      await effect(ctx.db, input.label);
      throw fail('conflict');
    }),
  caught: idempotent
    .meta({ rest: 'POST /caught' })
    .input(Label)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      await ctx.db.transaction((tx) => tx.execute(sql`insert into nowhere values (1)`)).catch(() => {});
      await effect(ctx.db, input.label);
    }),
  crossing: idempotent
    .meta({ rest: 'POST /crossing' })
    .input(Label)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      const rows = input.label === 'there' ? ['one', 'two'] : ['two', 'one'];
      await effect(ctx.db, input.label);
      for (const row of rows) {
        await ctx.db.execute(sql`update crossed set times = times + 1 where row = ${row}`);
        await setTimeout(200);
      }
    }),
  slow: idempotent
    .meta({ rest: 'POST /slow', timeoutMs: 150 })
    .input(Label)
    .output(z.string())
    .mutation(async ({ ctx, input }) => {
      await effect(ctx.db, input.label);
      await setTimeout(500);
      return input.label;
    }),
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp({}, undefined, effects);
  await app.db.execute(sql`create table effects (label text)`);
  await app.db.execute(
    sql`create table crossed as select row, 0 as times from unnest(array['one', 'two']) as row`,
  );
});
afterAll(() => app[Symbol.asyncDispose]());

async function count(label: string): Promise<number> {
  const [row] = await app.db.execute(sql`select count(*)::int as count from effects where label = ${label}`);
  return Number(row?.count);
}

describe.each(doorNames)('through %s', (door) => {
  const caller = () => app.visitor();
  const call = (agent: ReturnType<typeof caller>, id: string, label: string, key = label) =>
    agent.fetch(door === 'rpc' ? `/rpc/${id}` : `/api/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(door === 'rpc' ? { json: { label } } : { label }),
    });

  test('a call without an answer is repeated without an effect', async () => {
    const [agent, label] = [caller(), `nothing-${door}`];
    const first = await call(agent, 'nothing', label);
    const again = await call(agent, 'nothing', label);
    expect(again.status).toBe(first.status);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await count(label)).toBe(1);
  });

  test('the answer comes again to the last bit, and holds nothing that its schema does not name', async () => {
    const [agent, label] = [caller(), `rich-${door}`];
    const first = await (await call(agent, 'rich', label)).text();
    const again = await (await call(agent, 'rich', label)).text();
    expect(again).toBe(first);
    expect(again).not.toContain('unnamed');
    if (door === 'rpc') expect(transformer.deserialize(JSON.parse(again).result.data)).toEqual(rich(label));
  });

  test.each(['broken', 'failing'])('a call that ends %s leaves no effect and no answer', async (id) => {
    const [agent, label] = [caller(), `${id}-${door}`];
    for (const attempt of [1, 2]) {
      const { status, headers } = await call(agent, id, label);
      expect({ attempt, status }).toEqual({ attempt, status: id === 'broken' ? 500 : 409 });
      expect(headers.has('idempotency-replayed')).toBe(false);
    }
    expect(await count(label)).toBe(0);
  });

  test('a query that failed in a savepoint and was caught does not undo the rest', async () => {
    const [agent, label] = [caller(), `caught-${door}`];
    expect((await call(agent, 'caught', label)).status).toBeLessThan(300);
    expect(await count(label)).toBe(1);
  });

  test('a call that was too slow goes on: wait is the answer first, then its own', async () => {
    const [agent, label] = [caller(), `slow-${door}`];
    expect((await call(agent, 'slow', label)).status).toBe(504);
    const early = await call(agent, 'slow', label);
    expect(early.status).toBe(409);
    expect(early.headers.get('retry-after')).toBe('1');
    await setTimeout(600);
    const late = await call(agent, 'slow', label);
    expect(late.headers.get('idempotency-replayed')).toBe('true');
    expect(await count(label)).toBe(1);
  });

  test('who is not signed in is known by address', async () => {
    const label = `address-${door}`;
    await call(caller(), 'nothing', label);
    await call(caller(), 'nothing', label);
    expect(await count(label)).toBe(2);
  });

  test('one key serves different operations', async () => {
    const [agent, label] = [caller(), `operations-${door}`];
    await call(agent, 'nothing', label);
    const { headers } = await call(agent, 'caught', label);
    expect(headers.has('idempotency-replayed')).toBe(false);
    expect(await count(label)).toBe(2);
  });
});

test('of two calls that block each other both succeed, each with one effect', async () => {
  const visitor = app.visitor();
  const answers = await Promise.all(
    ['there', 'back'].map((label) =>
      visitor.rest('POST', '/crossing', { label }, { 'idempotency-key': label }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect([await count('there'), await count('back')]).toEqual([1, 1]);
  const crossed = await app.db.execute(sql`select times from crossed`);
  expect([...crossed]).toEqual([{ times: 2 }, { times: 2 }]);
});
