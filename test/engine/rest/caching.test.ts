import { expect, test } from 'vitest';
import type { RestRoute } from '../../../server/src/engine/operations/operation.ts';
import { entityTag } from '../../../server/src/engine/rest/caching.ts';

const route = (): RestRoute => ({ method: 'GET', path: '/things', params: [], status: 200 });

test('a tag is the answer’s own, whatever its route answered before', () => {
  const things = route();
  const [first, second] = ['{"a":1}', '{"a":2}'].map((body) => entityTag(things, {}, body));
  expect(first).not.toBe(second);
  expect(entityTag(things, {}, '{"a":1}')).toBe(first);
  expect(entityTag(things, {}, '{"a":1}')).toBe(first);
  expect(entityTag(route(), {}, '{"a":2}')).toBe(second);
});

test('a version stands in front, also of an answer that is remembered', () => {
  const things = route();
  const tag = entityTag(things, {}, '{}').slice(1, -1);
  expect(entityTag(things, { version: 7 }, '{}')).toBe(`"7.${tag}"`);
});
