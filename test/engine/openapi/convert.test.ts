import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { convert } from '../../../server/src/engine/openapi/convert.ts';

describe('values that JSON cannot express', () => {
  it.each([
    ['a date', z.date(), { type: 'string', format: 'date-time', 'x-type': 'date' }],
    ['a bigint', z.bigint(), { type: 'string', pattern: '^-?[0-9]+$', 'x-type': 'bigint' }],
    ['a URL', z.instanceof(URL), { type: 'string', format: 'uri', 'x-type': 'url' }],
    ['a file', z.file(), { type: 'string', format: 'binary', 'x-type': 'file' }],
    ['nothing', z.void(), { 'x-type': 'void' }],
    ['undefined', z.undefined(), { 'x-type': 'undefined' }],
    ['one bigint', z.literal(5n), { type: 'string', const: '5', 'x-type': 'bigint' }],
    ['some bigints', z.literal([5n, 6n]), { type: 'string', enum: ['5', '6'], 'x-type': 'bigint' }],
    [
      'a bigint among other values',
      z.literal(['a', 5n]),
      { anyOf: [{ type: 'string', const: '5', 'x-type': 'bigint' }, { enum: ['a'] }] },
    ],
  ])('%s says how it travels and what it is', (_name, schema, expected) => {
    expect(convert(schema, 'output').schema).toEqual(expected);
  });

  it.each([
    ['a bigint', z.bigint().default(0n), '0'],
    ['a bigint in place of what is wrong', z.bigint().catch(0n), '0'],
    ['bigints', z.array(z.bigint()).default([1n]), ['1']],
    ['a set', z.set(z.string()).default(new Set(['a'])), ['a']],
    ['a map', z.map(z.string(), z.int()).default(new Map([['a', 1]])), [['a', 1]]],
    ['a date', z.date().default(new Date(0)), '1970-01-01T00:00:00.000Z'],
    ['no number', z.nan().default(Number.NaN), undefined],
    ['what is wrong, as text', z.string().catch(({ input }) => String(input)), undefined],
  ])('a default says how it travels: %s', (_name, schema, expected) => {
    expect(convert(schema, 'input').schema.default).toEqual(expected);
    expect(convert(z.object({ field: schema }), 'input').schema.properties?.field?.default).toEqual(expected);
  });

  it('a default that is made at each call is none: the document would be another at each start', () => {
    const made = [
      z.date().default(() => new Date()),
      z.date().prefault(() => new Date()),
      z.string().default(() => crypto.randomUUID()),
      z.object({ at: z.date() }).default(() => ({ at: new Date() })),
    ];
    for (const schema of made) expect(convert(schema, 'input').schema).not.toHaveProperty('default');
    const constant = { at: new Date(0) };
    expect(convert(z.object({ at: z.date() }).default(constant), 'input').schema.default).toEqual({
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('a set is an array of unique items, converted too', () => {
    expect(convert(z.set(z.date()), 'output').schema).toEqual({
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', format: 'date-time', 'x-type': 'date' },
      'x-type': 'set',
    });
  });

  it('a map is an array of entries', () => {
    expect(convert(z.map(z.string(), z.bigint()), 'output').schema).toMatchObject({
      type: 'array',
      items: { prefixItems: [{ type: 'string' }, { 'x-type': 'bigint' }], minItems: 2, maxItems: 2 },
      'x-type': 'map',
    });
  });

  it('a named schema inside a set is still a reference', () => {
    const Leaf = z.object({ at: z.date() }).meta({ id: 'ConvertLeaf' });
    const { schema, defs } = convert(z.object({ leaves: z.set(Leaf) }), 'output');
    expect(schema.properties?.leaves?.items).toEqual({ $ref: '#/$defs/ConvertLeaf' });
    expect(defs.ConvertLeaf?.properties?.at).toMatchObject({ 'x-type': 'date' });
  });

  it('a nullable date keeps its mark beside null', () => {
    expect(convert(z.date().nullable(), 'output').schema.anyOf).toEqual([
      { type: 'string', format: 'date-time', 'x-type': 'date' },
      { type: 'null' },
    ]);
  });
});

describe('what only TypeScript can say', () => {
  it('what is coerced takes anything, and answers what it is made into', () => {
    const schema = z.object({ count: z.coerce.number(), tags: z.preprocess(String, z.string()) });
    expect(convert(schema, 'input').schema.properties).toMatchObject({
      count: { type: 'number', 'x-coerced': true },
      tags: { type: 'string', 'x-coerced': true },
    });
    expect(JSON.stringify(convert(schema, 'output'))).not.toContain('x-coerced');
  });

  it('a text put together by a pattern keeps its parts', () => {
    const version = z.templateLiteral(['v', z.int32(), '.', z.enum(['a', 'b'])]);
    expect(convert(version, 'output').schema['x-template']).toMatchObject([
      'v',
      { type: 'integer' },
      '.',
      { enum: ['a', 'b'] },
    ]);
  });

  it('a key of a record may be absent, but not undefined', () => {
    const { schema } = convert(z.partialRecord(z.enum(['x', 'y']), z.int()), 'output');
    expect(schema).toMatchObject({ 'x-type': 'record', properties: { x: {}, y: {} } });
    expect(schema.required).toBeUndefined();
  });
});

describe('what a schema promises', () => {
  it('an output stays open to new fields, even of a strict object', () => {
    expect(convert(z.strictObject({ a: z.string() }), 'output').schema).not.toHaveProperty(
      'additionalProperties',
    );
  });

  it('a strict input refuses unknown keys', () => {
    expect(convert(z.strictObject({ a: z.string() }), 'input').schema).toMatchObject({
      additionalProperties: false,
    });
  });

  it('a field with a default may be left out of the input and is always in the output', () => {
    const schema = z.object({ size: z.int().default(1) });
    expect(convert(schema, 'input').schema.required).toBeUndefined();
    expect(convert(schema, 'output').schema.required).toEqual(['size']);
  });

  it('a discriminated union of named schemas names its discriminator', () => {
    const Cat = z.object({ kind: z.literal('cat'), lives: z.int() }).meta({ id: 'ConvertCat' });
    const Dog = z.object({ kind: z.enum(['dog', 'puppy']) }).meta({ id: 'ConvertDog' });
    expect(convert(z.discriminatedUnion('kind', [Cat, Dog]), 'output').schema.discriminator).toEqual({
      propertyName: 'kind',
      mapping: { cat: '#/$defs/ConvertCat', dog: '#/$defs/ConvertDog', puppy: '#/$defs/ConvertDog' },
    });
  });

  it('an integer is not said to lie in the range of all integers', () => {
    expect(convert(z.int(), 'output').schema).toEqual({ type: 'integer' });
    expect(convert(z.int().min(1).max(100), 'output').schema).toEqual({
      type: 'integer',
      minimum: 1,
      maximum: 100,
    });
  });

  it('a format speaks for itself: no pattern beside it', () => {
    expect(convert(z.uuid(), 'output').schema).toEqual({ type: 'string', format: 'uuid' });
  });

  it('a preprocessed form is described by the object inside', () => {
    const schema = z.preprocess((value) => value, z.object({ file: z.file() }));
    expect(convert(schema, 'input').schema).toMatchObject({ type: 'object', required: ['file'] });
  });
});
