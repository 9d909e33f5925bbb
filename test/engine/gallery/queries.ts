/** Odd but legal queries and paths. */
import { z } from 'zod';
import { at, echo, echoes, type Room, specimen } from './specimen.ts';

const instant = new Date('2024-02-29T23:59:59.999Z');
const Scalars = z.object({
  text: z.string().optional(),
  count: z.int().optional(),
  ratio: z.number().optional(),
  flag: z.boolean().optional(),
  since: z.date().optional(),
  big: z.bigint().optional(),
  colour: z.enum(['red', 'light green']).optional(),
  level: z.literal([1, 2]).optional(),
});
const Lists = z.object({
  tag: z.array(z.string()).optional(),
  number: z.array(z.int()).optional(),
  day: z.set(z.date()).optional(),
  pair: z.tuple([z.string(), z.int()]).optional(),
});
const Filter = z.object({
  filter: z
    .object({ kind: z.string(), price: z.object({ min: z.int(), max: z.int().optional() }) })
    .optional(),
  labels: z.record(z.string(), z.int()).optional(),
});

const identified = <Id extends z.ZodType>(id: Id) => z.object({ id });

export const queries = {
  scalars: echoes(
    at('GET /gallery/scalars').input(Scalars).output(Scalars).query(echo),
    {},
    { text: '', count: 0, flag: false },
    { text: 'a&b=c#d?é', ratio: -1.5e-7, since: instant, big: -12345678901234567890n },
    { colour: 'light green', level: 2, flag: true },
  ),
  lists: echoes(
    at('GET /gallery/lists').input(Lists).output(Lists).query(echo),
    { tag: ['a'] },
    { tag: ['a', 'a', 'b,c'], number: [1, 2], day: new Set([instant]) },
    { pair: ['x', 5] },
  ),
  nested: echoes(
    at('GET /gallery/nested').input(Filter).output(Filter).query(echo),
    { filter: { kind: 'a', price: { min: 1, max: 5 } } },
    { labels: { a: 1, 'b-c': 2 } },
    {},
  ),
  nullable: echoes(
    at('GET /gallery/nullable')
      .input(z.object({ count: z.int().nullable() }))
      .output(z.object({ count: z.int().nullable() }))
      .query(echo),
    { count: null },
    { count: 3 },
  ),
  optionalQuery: specimen(
    at('GET /gallery/optional-query')
      .input(z.object({ limit: z.int().default(20) }).optional())
      .output(z.int().nullable())
      .query(({ input }) => input?.limit ?? null),
    { input: { limit: 5 }, output: 5 },
  ),
  union: echoes(
    at('GET /gallery/union')
      .input(z.object({ at: z.union([z.int(), z.date(), z.enum(['never'])]) }))
      .output(z.object({ at: z.union([z.int(), z.date(), z.enum(['never'])]) }))
      .query(echo),
    { at: 5 },
    { at: 'never' },
  ),
  withoutInput: specimen(
    at('GET /gallery/nothing')
      .output(z.literal('fine'))
      .query(() => 'fine' as const),
    {
      output: 'fine',
    },
  ),
  voidInput: specimen(
    at('GET /gallery/void')
      .input(z.void())
      .output(z.literal('fine'))
      .query(() => 'fine' as const),
    { output: 'fine' },
  ),
  delete: specimen(
    at('DELETE /gallery/things/{id}')
      .input(z.object({ id: z.uuid(), force: z.boolean().default(false), reason: z.array(z.string()) }))
      .output(z.object({ force: z.boolean(), reason: z.array(z.string()) }))
      .mutation(echo),
    {
      input: { id: '0b7b2c86-5a3c-4c4e-8f6e-4b1d8f0e7a11', force: true, reason: ['a', 'b'] },
      output: { force: true, reason: ['a', 'b'] },
    },
  ),
  byNumber: echoes(
    at('GET /gallery/numbers/{id}').input(identified(z.int())).output(identified(z.int())).query(echo),
    { id: 0 },
    { id: -5 },
  ),
  byBigint: echoes(
    at('GET /gallery/bigints/{id}').input(identified(z.bigint())).output(identified(z.bigint())).query(echo),
    { id: 12345678901234567890n },
  ),
  byDate: echoes(
    at('GET /gallery/dates/{id}').input(identified(z.date())).output(identified(z.date())).query(echo),
    { id: instant },
  ),
  byText: echoes(
    at('GET /gallery/texts/{id}').input(identified(z.string())).output(identified(z.string())).query(echo),
    { id: 'a/b?c#d%2F' },
    { id: '日本 語' },
    { id: 'constructor' },
    { id: ':id{id}*' },
    { id: 'a+b&c=d;e,f' },
  ),
  staticBesideParameter: specimen(
    at('GET /gallery/texts/latest')
      .output(z.literal('the static one'))
      .query(() => 'the static one' as const),
    { output: 'the static one' },
  ),
  staticAfterParameter: echoes(
    at('GET /gallery/texts/{id}/notes/{note}')
      .input(z.object({ id: z.string(), note: z.int() }))
      .output(z.object({ id: z.string(), note: z.int() }))
      .query(echo),
    { id: 'notes', note: 1 },
  ),
  parameterInASegment: echoes(
    at('GET /gallery/reports/{name}.csv')
      .input(z.object({ name: z.string() }))
      .output(z.object({ name: z.string() }))
      .query(echo),
    { name: '2024' },
  ),
  twoParametersInASegment: echoes(
    at('GET /gallery/span/{from}-{to}')
      .input(z.object({ from: z.int().min(0), to: z.int().min(0) }))
      .output(z.object({ from: z.int(), to: z.int() }))
      .query(echo),
    { from: 1, to: 20 },
  ),
  actionAfterColon: echoes(
    at('POST /gallery/things/{id}:archive')
      .input(identified(z.int()))
      .output(identified(z.int()))
      .mutation(echo),
    { id: 4 },
  ),
  unicodePath: echoes(
    at('GET /gallery/straße/日本/{id}')
      .input(identified(z.string()))
      .output(identified(z.string()))
      .query(echo),
    { id: 'ü' },
  ),
  punctuatedPath: specimen(
    at("GET /gallery/~user/a.b-c_d/!$&'+,;=@")
      .output(z.literal(1))
      .query(() => 1 as const),
    { output: 1 },
  ),
  put: echoes(
    at('PUT /gallery/things/{id}')
      .input(z.object({ id: z.int(), version: z.int(), name: z.string().optional() }))
      .output(z.object({ id: z.int(), version: z.int(), name: z.string().optional() }))
      .mutation(echo),
    { id: 1, version: 7 },
  ),
  pathAlone: echoes(
    at('POST /gallery/things/{id}/touch')
      .input(identified(z.int()))
      .output(identified(z.int()))
      .mutation(echo),
    { id: 1 },
  ),
} satisfies Room;
