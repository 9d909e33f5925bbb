import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../server/src/engine/idempotency/identity.ts';

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)]);
  return Object.fromEntries(entries.toReversed());
}

const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.bigInt(), fc.constant(null), fc.date());
const key = fc.string().filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const value = fc.object({ key, values: [leaf], maxDepth: 3 });

test('the order of keys does not count', () => {
  fc.assert(fc.property(value, (input) => fingerprint(reversed(input)) === fingerprint(input)));
});

test.each([
  ['a number', '1', { a: 1 }, { a: '1' }],
  ['a date', 'its text', { a: new Date(0) }, { a: new Date(0).toISOString() }],
  ['a bigint', 'its text', { a: 1n }, { a: '1' }],
  ['a set', 'a list', { a: new Set([1]) }, { a: [1] }],
  ['nothing', 'null', undefined, null],
  ['nothing', 'an empty object', undefined, {}],
  ['one order', 'the other order of a list', { a: [1, 2] }, { a: [2, 1] }],
])('%s differs from %s', (_one, _other, left, right) => {
  expect(fingerprint(left)).not.toBe(fingerprint(right));
});

test('forms differ by their fields', () => {
  const form = (text: string) => {
    const fields = new FormData();
    fields.append('text', text);
    return fields;
  };
  expect(fingerprint(form('a'))).toBe(fingerprint(form('a')));
  expect(fingerprint(form('a'))).not.toBe(fingerprint(form('b')));
});

test.each([
  ['a prototype', JSON.parse('{"a":{"__proto__":1}}')],
  ['a constructor', { constructor: 1 }],
  ['no bottom', Array.from({ length: 200_000 }).reduce<unknown>((inner) => [inner], 0)],
])('an input with %s is refused', (_, input) => {
  expect(() => fingerprint(input)).toThrow(expect.objectContaining({ reason: 'bad_request' }));
});
