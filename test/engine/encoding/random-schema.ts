/** Random schemas, each with a generator of its values, for property tests of the encoding. */
import fc from 'fast-check';
import { z } from 'zod';

/** A schema and what it accepts. */
export interface Sample {
  readonly schema: z.ZodType;
  readonly value: fc.Arbitrary<unknown>;
}

const text = fc.string({ unit: 'binary', maxLength: 12 });
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(-0), fc.integer());

const scalars: readonly Sample[] = [
  { schema: z.string(), value: text },
  { schema: z.number(), value: number },
  { schema: z.int(), value: fc.oneof(fc.integer(), fc.constant(-0)) },
  { schema: z.nan(), value: fc.constant(Number.NaN) },
  { schema: z.boolean(), value: fc.boolean() },
  { schema: z.bigint(), value: fc.bigInt() },
  { schema: z.date(), value: fc.date({ noInvalidDate: true }) },
  { schema: z.null(), value: fc.constant(null) },
  { schema: z.undefined(), value: fc.constant(undefined) },
  { schema: z.enum(['draft', 'published']), value: fc.constantFrom('draft', 'published') },
  { schema: z.literal(['a', 1, true, null, 7n]), value: fc.constantFrom('a', 1, true, null, 7n) },
  {
    schema: z.union([z.string(), z.number(), z.date(), z.bigint()]),
    value: fc.oneof(text, number, fc.bigInt()),
  },
];

/** Beyond the compiler: they send the whole output through superjson. */
const others: readonly Sample[] = [
  { schema: z.map(z.string(), z.date()), value: fc.constant(new Map([['a', new Date(0)]])) },
  { schema: z.set(z.bigint()), value: fc.constant(new Set([1n, 2n])) },
  { schema: z.record(z.string(), z.number()), value: fc.constant({ a: 1, 'b.c': -0 }) },
  { schema: z.unknown(), value: fc.constant({ deep: [new Date(1), undefined] }) },
];

/** Names with everything that superjson's paths escape. */
const key = fc.oneof(
  fc.constantFrom('id', 'createdAt', 'a.b', 'a\\b', 'a\\.b', '"quoted"', 'ü\n', '0', 'with space'),
  fc.string({ minLength: 1, maxLength: 6 }),
);
const isSafe = (name: string): boolean => !(name in Object.prototype) && name !== 'prototype';

function object(fields: readonly (readonly [string, Sample])[]): Sample {
  const unique = new Map(fields.filter(([name]) => isSafe(name)));
  const shape = Object.fromEntries(Array.from(unique, ([name, { schema }]) => [name, schema]));
  const values = Object.fromEntries(Array.from(unique, ([name, { value }]) => [name, value]));
  return { schema: z.object(shape), value: fc.record(values) };
}

function grow(inner: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.oneof(
    fc.array(fc.tuple(key, inner), { maxLength: 5 }).map(object),
    inner.map(({ schema, value }) => ({ schema: z.array(schema), value: fc.array(value, { maxLength: 4 }) })),
    fc.tuple(inner, inner).map(([a, b]) => ({
      schema: z.tuple([a.schema, b.schema]),
      value: fc.tuple(a.value, b.value),
    })),
    inner.map(({ schema, value }) => ({
      schema: schema.optional(),
      value: fc.option(value, { nil: undefined }),
    })),
    inner.map(({ schema, value }) => ({ schema: schema.nullable(), value: fc.option(value, { nil: null }) })),
    inner.map(({ schema, value }) => ({ schema: z.lazy(() => schema), value })),
    fc.tuple(inner, inner).map(([a, b]) => ({
      schema: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('a'), value: a.schema }),
        z.object({ kind: z.literal('b'), at: z.date(), other: b.schema }),
      ]),
      value: fc.oneof(
        fc.record({ kind: fc.constant('a'), value: a.value }),
        fc.record({ kind: fc.constant('b'), at: fc.date({ noInvalidDate: true }), other: b.value }),
      ),
    })),
  );
}

/** @param beyond whether some schemas are beyond the compiler */
export function samples(beyond: boolean): fc.Arbitrary<Sample> {
  const leaf = fc.constantFrom(...scalars, ...(beyond ? others : []));
  return [1, 2, 3].reduce<fc.Arbitrary<Sample>>((inner) => fc.oneof(leaf, grow(inner)), leaf);
}
