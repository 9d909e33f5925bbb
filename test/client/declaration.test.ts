import { expect, test } from 'vitest';
import { read } from '../support/repository.ts';

const declared = read('client/src/generated/router.ts');
const { 'x-rpc': rpc, components } = JSON.parse(read('shared/api/openapi.json'));
const procedures = Object.entries<{ summary: string }>(rpc.procedures);
const models = Object.entries<{ description?: string }>(components.schemas);

/** The comments that stand directly above a line. */
function commentsAbove(line: string): string[] {
  return declared
    .split('\n')
    .flatMap((text, index, lines) => (text.trim().startsWith(line) ? [lines.slice(0, index)] : []))
    .map((before) => before.slice(before.findLastIndex((text) => text.trim().startsWith('/**'))).join('\n'));
}

test('an editor that goes to a procedure lands on what it does', () => {
  const without = procedures.filter(([id, { summary }]) => {
    const comments = commentsAbove(`${id.split('.').at(-1)}: TRPC`);
    return !comments.some((comment) => comment.includes(summary) && comment.trimEnd().endsWith('*/'));
  });
  expect(procedures.length).toBeGreaterThan(20);
  expect(without.map(([id]) => id)).toEqual([]);
});

test('an editor that goes to a type lands on a name with its description', () => {
  const named = models.filter(([name]) => declared.includes(`export interface ${name} {`));
  const without = named.filter(
    ([name, { description = '' }]) =>
      !commentsAbove(`export interface ${name} {`).some((comment) => comment.includes(description)),
  );
  expect(named.length).toBeGreaterThan(8);
  expect(without.map(([name]) => name)).toEqual([]);
});

test('inputs and outputs are names, or plain values', () => {
  const types = Array.from(declared.matchAll(/^ {6}(?:input|output): (.+);$/gm), ([, type = '']) => type);
  expect(types.length).toBeGreaterThanOrEqual(2 * procedures.length);
  expect(types.filter((type) => /[{}]/.test(type) && !type.startsWith('AsyncIterable<'))).toEqual([]);
});
