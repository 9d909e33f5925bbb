import { expect, test } from 'vitest';
import { withoutInherited } from '../../../server/src/engine/operations/own-properties.ts';

test('objects inherit nothing any more, and keep what they hold', () => {
  const copy = withoutInherited({ a: [{ b: 1 }], at: new Date(0) }) as { a: { b: number }[]; at: Date };
  expect(Object.getPrototypeOf(copy)).toBeNull();
  expect(Object.getPrototypeOf(copy.a[0])).toBeNull();
  expect(copy).toMatchObject({ a: [{ b: 1 }], at: new Date(0) });
});

test('what is held twice at each of a hundred levels is copied once', () => {
  let value: object = { toString: 'own' };
  for (let level = 0; level < 100; level += 1) value = { left: value, right: value };
  const copy = withoutInherited(value) as { left: object; right: object };
  expect(copy.left).toBe(copy.right);
});

test('what holds itself is copied once', () => {
  const value: Record<string, unknown> = { list: [] };
  value.self = value;
  (value.list as unknown[]).push(value, value);
  const copy = withoutInherited(value) as { self: unknown; list: unknown[] };
  expect(copy.self).toBe(copy);
  expect(copy.list).toEqual([copy, copy]);
});
