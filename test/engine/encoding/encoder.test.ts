import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import superjson from 'superjson';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { encoderOf } from '../../../server/src/engine/encoding/encoder.ts';
import { encodeSamples } from './encode-samples.ts';
import { samples } from './random-schema.ts';

const withValue = (beyond: boolean) =>
  samples(beyond).chain(({ schema, value }) => fc.tuple(fc.constant(schema), value));

/** What a client of superjson reads. */
const read = (text: string): unknown => superjson.parse(text);

const Item = z.object({ id: z.uuid(), at: z.date(), big: z.bigint(), note: z.string().optional() });

describe('for superjson', () => {
  test('its own reader gets back what was written, whatever the schema', () => {
    fc.assert(
      fc.property(withValue(true), ([schema, value]) => {
        const parsed = schema.parse(value);
        return isDeepStrictEqual(read(encoderOf(schema).superjson(parsed)), parsed);
      }),
      { numRuns: 2_000 },
    );
  });

  test('schemas within the compiler are compiled', () => {
    fc.assert(
      fc.property(samples(false), ({ schema }) => encoderOf(schema).isCompiled),
      { numRuns: 300 },
    );
  });

  test('notes stand only along the branches that need them', () => {
    const page = z.object({
      items: z.array(Item.pick({ id: true, at: true })),
      nextCursor: z.string().nullable(),
    });
    const id = '0198c2f4-0000-7000-8000-000000000000';
    const text = encoderOf(page).superjson({ items: [{ id, at: new Date(0) }], nextCursor: null });
    expect(JSON.parse(text)).toEqual({
      json: { items: [{ id, at: '1970-01-01T00:00:00.000Z' }], nextCursor: null },
      meta: { values: { 'items.0.at': ['Date'] }, v: 1 },
    });
    expect(JSON.parse(encoderOf(z.object({ a: z.string() })).superjson({ a: 'x' }))).toEqual({
      json: { a: 'x' },
    });
  });

  test('a branch that goes by another value in the output is found all the same', () => {
    const kind = z.codec(z.literal(1), z.literal('first'), {
      decode: () => 'first' as const,
      encode: () => 1 as const,
    });
    const schema = z.discriminatedUnion('kind', [
      z.object({ kind, at: z.date() }),
      z.object({ kind: z.literal(2), big: z.bigint() }),
    ]);
    for (const value of [
      { kind: 1, at: new Date(5) },
      { kind: 2, big: 3n },
    ]) {
      const parsed = schema.parse(value);
      expect(read(encoderOf(schema).superjson(parsed))).toEqual(parsed);
    }
  });

  test('nothing at all is written as superjson writes it', () => {
    expect(read(encoderOf(z.void()).superjson(undefined))).toBeUndefined();
    expect(read(encoderOf(z.date()).superjson(new Date(5)))).toEqual(new Date(5));
  });

  test('a schema that holds itself is compiled, and decodes at any depth', () => {
    type Node = { at: Date; children: Node[] };
    const node: z.ZodType<Node> = z.object({ at: z.date(), children: z.array(z.lazy(() => node)) });
    const value = {
      at: new Date(1),
      children: [{ at: new Date(2), children: [{ at: new Date(3), children: [] }] }],
    };
    expect(encoderOf(node).isCompiled).toBe(true);
    expect(read(encoderOf(node).superjson(value))).toEqual(value);
  });

  test('names that every object inherits are left to superjson', () => {
    for (const name of ['toString', 'prototype', '']) {
      expect(encoderOf(z.object({ [name]: z.string().optional() })).isCompiled).toBe(false);
    }
  });
});

describe('for plain JSON', () => {
  test('it is what JSON.stringify writes, with bigints as text', () => {
    const bigintAsText = (_key: string, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value;
    fc.assert(
      fc.property(withValue(false), ([schema, value]) => {
        const parsed = schema.parse(value);
        const written = encoderOf(schema).plain(parsed);
        return isDeepStrictEqual(
          JSON.parse(written),
          JSON.parse(JSON.stringify(parsed, bigintAsText) ?? 'null'),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

test('keys that the schema does not name never leave', () => {
  const page = z.object({ items: z.array(Item), first: Item.nullable() });
  const item = { id: 'x', at: new Date(0), big: 1n, secret: 'hash' };
  const value = { items: [item], first: item, secret: 'hash' };
  expect(encoderOf(page).superjson(value)).not.toContain('secret');
  expect(encoderOf(page).plain(value)).not.toContain('secret');
});

test('fields that are absent stay absent, and those of undefined are written as such', () => {
  const written = encodeSamples();
  expect(written[0]).toBe(
    '{"items":[{"a\\"b":"x","at":"1970-01-01T00:00:00.005Z","note":"y","big":"3"},' +
      '{"a\\"b":"x","at":"1970-01-01T00:00:00.005Z","big":"3"},' +
      '{"a\\"b":"x","at":"1970-01-01T00:00:00.005Z","big":null}],"next":null}',
  );
  expect(JSON.parse(written[1] ?? '').meta.values).toEqual({
    'items.0.at': ['Date'],
    'items.0.big': ['bigint'],
    'items.1.at': ['Date'],
    'items.1.big': ['bigint'],
    'items.2.at': ['Date'],
    'items.2.note': ['undefined'],
  });
});

test('where no code may be generated, the same is written', () => {
  const program = fileURLToPath(import.meta.resolve('./encode-samples.ts'));
  const written = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', program]);
  expect(JSON.parse(written.toString())).toEqual(encodeSamples());
});
