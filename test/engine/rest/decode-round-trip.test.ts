import { decodeFields, decodeJson } from '@portico/shared/decode/decode';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';

interface Sample {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

const letters = 'abcdefgh';
const scalar: fc.Arbitrary<Sample> = fc.oneof(
  sample(z.string(), fc.string({ unit: 'grapheme' })),
  // JSON has no minus zero.
  sample(
    z.number(),
    fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => number + 0),
  ),
  sample(z.boolean(), fc.boolean()),
  sample(z.bigint(), fc.bigInt()),
  sample(
    z.date(),
    fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }),
  ),
  sample(z.enum(['red', 'green']), fc.constantFrom('red', 'green')),
);

function sample(schema: z.ZodType, values: fc.Arbitrary<unknown>): fc.Arbitrary<Sample> {
  return values.map((value) => ({ schema, value }));
}

/** An object whose schema is made of the samples of its properties. */
function objectOf(part: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.dictionary(fc.constantFrom(...letters), part, { minKeys: 1, maxKeys: 4 }).map((parts) => {
    const entries = Object.entries(parts);
    return {
      schema: z.object(Object.fromEntries(entries.map(([key, { schema }]) => [key, schema]))),
      value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
    };
  });
}

function tupleOf(part: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  return fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => ({
    schema: z.tuple(parts.map(({ schema }) => schema) as [z.ZodType, ...z.ZodType[]]),
    value: parts.map(({ value }) => value),
  }));
}

const nested = objectOf(
  fc.oneof(scalar, objectOf(scalar), tupleOf(objectOf(fc.oneof(scalar, tupleOf(scalar))))),
);

/** Writes a value as a client writes a query: nested names, lists by numbers. */
function toFields(value: unknown, name: string): [string, string][] {
  if (value instanceof Date) return [[name, value.toISOString()]];
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, item]) =>
    toFields(item, name === '' ? key : `${name}[${key}]`),
  );
}

test('a value written as a query decodes to itself', () => {
  fc.assert(
    fc.property(nested, ({ schema, value }) => {
      const query = new URLSearchParams(toFields(value, '')).toString();
      const written = schema.parse(roundTripText(value));
      expect(schema.parse(decodeFields(schema, new URLSearchParams(query)))).toEqual(written);
    }),
    { numRuns: 500 },
  );
});

/** A lone surrogate cannot travel in a query: it arrives as U+FFFD. */
function roundTripText(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(roundTripText);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundTripText(item)]));
}

test('a value written as JSON decodes to itself', () => {
  fc.assert(
    fc.property(nested, ({ schema, value }) => {
      const json = JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? String(item) : item));
      expect(schema.parse(decodeJson(schema, JSON.parse(json)))).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

test('whatever the query, decoding neither fails nor pollutes', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '[', ']', '__proto__', 'constructor', '0', '') });
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), nested, (fields, { schema }) => {
      try {
        schema.safeParse(decodeFields(schema, fields));
      } catch (error) {
        expect(error).toHaveProperty('fault');
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
