import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSlug, withSuffix } from '../../../server/src/features/posts/slug.ts';

describe('a slug', () => {
  test.each([
    ['Crème brûlée, twice', 'creme-brulee-twice'],
    ['Straße & Æther', 'strasse-aether'],
    ['  What’s new in 2026?  ', 'whats-new-in-2026'],
    ['서울의 밤', '서울의-밤'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['ÉCOLE—école', 'ecole-ecole'],
    ['C++ / Rust', 'c-rust'],
  ])('of %s is %s', (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });

  test.each(['🎉🎉', '???', 'New', 'Edit'])(
    'of %s, which leaves no word of its own, has a suffix',
    (title) => {
      expect(toSlug(title)).toMatch(/^(post|new|edit)-[0-9a-z]{6}$/);
    },
  );

  test('ends after a whole word', () => {
    const slug = toSlug('a rather long title '.repeat(20));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/-(a|rather|long|title)$/);
  });

  test('is an address of its own for every title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 160 }), (title) => {
        const slug = toSlug(title);
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(slug.isWellFormed()).toBe(true);
        expect([...slug].length).toBeLessThanOrEqual(87);
      }),
      { numRuns: 2_000 },
    );
  });

  test('with a suffix differs each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => withSuffix('post'))).size).toBe(100);
  });
});
