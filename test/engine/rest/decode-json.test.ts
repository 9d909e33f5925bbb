import { decodeJson } from '@portico/shared/decode/decode';
import { assertSafeJson } from '@portico/shared/decode/json-guard';
import { expect, test } from 'vitest';
import { z } from 'zod';

test.each<[string, z.ZodType, unknown, unknown]>([
  ['a date-time', z.date(), '2024-02-29T12:00:00Z', new Date('2024-02-29T12:00:00Z')],
  ['a bigint', z.bigint(), '12', 12n],
  ['a number for a bigint stays', z.bigint(), 12, 12],
  ['a set', z.set(z.date()), ['2024-01-01'], new Set([new Date('2024-01-01')])],
  ['a map from entries', z.map(z.int(), z.bigint()), [[1, '2']], new Map([[1, 2n]])],
  ['a map from an object, whose names are text', z.map(z.int(), z.bigint()), { 1: '2' }, new Map([[1, 2n]])],
  ['text is never a number', z.number(), '12', '12'],
  ['text is never a boolean', z.boolean(), 'true', 'true'],
  ['an empty text is never null', z.date().nullable(), '', ''],
  ['one value is never an array', z.array(z.date()), '2024-01-01', '2024-01-01'],
  ['numbered names are never an array', z.array(z.date()), { 0: '2024-01-01' }, { 0: '2024-01-01' }],
  ['null where a date may be null', z.date().nullable(), null, null],
  ['a union by its branches in order', z.union([z.date(), z.string()]), 'soon', 'soon'],
  [
    'a date before text where the order says so',
    z.union([z.date(), z.string()]),
    '2024-01-01',
    new Date('2024-01-01'),
  ],
  ['text before a date where the order says so', z.union([z.string(), z.date()]), '2024-01-01', '2024-01-01'],
])('%s', (_name, schema, value, expected) => {
  expect(decodeJson(z.object({ x: schema }), { x: value })).toEqual({ x: expected });
});

test('what JSON carries by itself is not even copied', () => {
  const value = { a: [1, 2], b: 'c' };
  expect(decodeJson(z.object({ a: z.array(z.number()), b: z.string() }), value)).toBe(value);
});

test.each([
  ['{"__proto__":{"admin":true}}', 'forbidden_name'],
  ['{"a":[{"constructor":{"prototype":{"admin":true}}}]}', 'forbidden_name'],
  [`${'['.repeat(65)}${']'.repeat(65)}`, 'too_deep'],
])('%s is refused', (json, fault) => {
  expect(() => assertSafeJson(JSON.parse(json))).toThrow(expect.objectContaining({ fault }));
});
