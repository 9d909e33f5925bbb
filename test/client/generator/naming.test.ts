import { describe, expect, it } from 'vitest';
import { camelCase, nameScope, pascalCase, snakeCase } from '../../../client/generator/naming.ts';

describe('names', () => {
  it.each([
    ['posts.bySlug', 'PostsBySlug', 'postsBySlug', 'posts_by_slug'],
    ['kebab-case_and snake', 'KebabCaseAndSnake', 'kebabCaseAndSnake', 'kebab_case_and_snake'],
    ['HTTPServer2Go', 'HTTPServer2Go', 'httpServer2Go', 'http_server2_go'],
    ['größe', 'Größe', 'größe', 'größe'],
    ['日本.名前', '日本名前', '日本名前', '日本_名前'],
    ['$ref/~', 'Ref', 'ref', 'ref'],
    ['---', '', '', ''],
  ])('%s', (text, pascal, camel, snake) => {
    expect([pascalCase(text), camelCase(text), snakeCase(text)]).toEqual([pascal, camel, snake]);
  });
});

describe('a scope', () => {
  it('gives no name twice, none that is reserved, none that begins with a digit or is empty', () => {
    const name = nameScope({ reserved: new Set(['class', 'a2']) });
    expect(['a', 'a', 'a', 'class', 'class', '2nd', ''].map(name)).toEqual([
      'a',
      'a3',
      'a4',
      'class_',
      'class_2',
      'n2nd',
      'value',
    ]);
  });
});
