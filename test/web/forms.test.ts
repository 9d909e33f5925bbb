import { describe, expect, test } from 'vitest';
import { parseTags } from '../../web/src/features/posts/post-values.ts';
import { passwordStrength } from '../../web/src/lib/password-strength.ts';
import { atMost, checkFields, matches, required } from '../../web/src/lib/rules.ts';

describe('checking a form', () => {
  test('names the first thing wrong with each field, and nothing of the others', () => {
    const rules = { title: [required('Missing'), atMost(3, 'Long')], note: [atMost(3, 'Long')] };
    expect(checkFields({ title: '  ', note: 'abc' }, rules)).toEqual({ title: 'Missing' });
    expect(checkFields({ title: 'abcd', note: 'abcd' }, rules)).toEqual({ title: 'Long', note: 'Long' });
    expect(checkFields({ title: 'abc', note: '' }, rules)).toEqual({});
  });

  test('looks past spaces around what was typed', () => {
    expect(matches(/^a$/, 'No')(' a ', {})).toBeUndefined();
  });

  test('lets a rule see the other values', () => {
    const rules = {
      end: [(end: string, { start }: { start: string }) => (end < start ? 'Before the start' : undefined)],
    };
    expect(checkFields({ start: '5', end: '4' }, rules)).toEqual({ end: 'Before the start' });
  });
});

test('tags are read as people type them', () => {
  expect(parseTags('API design, TypeScript,, typescript , a_b')).toEqual(['api-design', 'typescript', 'a-b']);
  expect(parseTags('  ')).toEqual([]);
});

describe('the advice on a password', () => {
  test('grows with length and variety', () => {
    const scores = ['', 'abc', 'aaaaaaaaaaaa', 'summer24', 'correct horse battery'].map(
      (password) => passwordStrength(password).score,
    );
    expect(scores).toEqual([0, 1, 1, 2, 4]);
  });
});
