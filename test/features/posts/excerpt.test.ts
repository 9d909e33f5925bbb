import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExcerpt } from '../../../server/src/features/posts/excerpt.ts';

describe('an excerpt', () => {
  test.each([
    [
      'emphasis and links',
      'Some **bold** _text_ with [a link](https://x.org) and `code`.',
      'Some bold text with a link and code.',
    ],
    ['a heading at the start', '# Title\n\nText.', 'Text.'],
    ['text before a heading', 'Before.\n\n## Title\n\nAfter.', 'Before.'],
    ['a picture', '![A tree](tree.png)\n\nUnder it.', 'Under it.'],
    ['code', '```js\nconst secret = 1;\n```\n\nAfter it.', 'After it.'],
    ['code that never ends', 'Before.\n\n~~~\nconst secret = 1;', 'Before.'],
    ['a list', '- one\n- two', 'one two'],
    ['a quotation', '> Said **she**', 'Said she'],
    ['a table', '| a | b |\n|---|---|\n\nText', 'Text'],
    ['words_with_underscores', 'Call `do_it_now` or do_it_later', 'Call do_it_now or do_it_later'],
    ['escapes', 'Two \\* three', 'Two * three'],
    ['nothing', '', ''],
  ])('of %s is plain text', (_, markdown, expected) => {
    expect(toExcerpt(markdown)).toBe(expected);
  });

  test('is cut between words', () => {
    const excerpt = toExcerpt('hinges and locks, '.repeat(50));
    expect(excerpt.length).toBeLessThanOrEqual(241);
    expect(excerpt).toMatch(/(hinges|and|locks)…$/);
  });

  test('of any text is short and well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (markdown) => {
        const excerpt = toExcerpt(markdown.toWellFormed());
        expect(excerpt.length).toBeLessThanOrEqual(241);
        expect(excerpt.isWellFormed()).toBe(true);
      }),
    );
  });

  test.each(['[', '![', '*', '_', '- ', '> ', '<', '`', '\\', '[]('])(
    'of a text that is only %s takes no time',
    (mark) => {
      const started = performance.now();
      toExcerpt(mark.repeat(100_000 / mark.length));
      expect(performance.now() - started).toBeLessThan(200);
    },
  );
});
