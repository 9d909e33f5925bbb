import { expect, it } from 'vitest';
import { z } from 'zod';
import { breakingChanges } from '../../../client/generator/compatibility/compare-apis.ts';
import { answering, taking } from './documents.ts';

const pair = z.tuple([z.int(), z.int()]);
const oneOrTwo = z.tuple([z.int(), z.int().optional()]);
const one = z.tuple([z.int()]);
const oneAndTexts = z.tuple([z.int()], z.string());
const oneAndNumbers = z.tuple([z.int()], z.int());

/** A change of a tuple that breaks clients in use: the other way round it breaks none. */
const inputs: readonly [name: string, before: z.ZodType, after: z.ZodType, change: string][] = [
  ['needs more items', oneOrTwo, pair, '` of its input must have at least 2 items now, it was 1'],
  ['takes no further items', oneAndTexts, one, '` of its input takes no further items any more'],
];

it.each(inputs)('a tuple that %s', async (_, before, after, change) => {
  const [old, now] = [await taking({ it: before }), await taking({ it: after })];
  expect(breakingChanges(old, now)).toEqual([`things.make: the field \`it${change}`]);
  expect(breakingChanges(now, old)).toEqual([]);
});

it('a tuple that may be answered shorter', async () => {
  const [old, now] = [await answering(z.object({ it: pair })), await answering(z.object({ it: oneOrTwo }))];
  const change = 'things.get: the field `it` of its output may have only 1 items now, it was 2';
  expect(breakingChanges(old, now)).toEqual([change]);
  expect(breakingChanges(now, old)).toEqual([]);
});

it('a tuple whose further items are others', async () => {
  const [texts, numbers] = [
    await answering(z.object({ it: oneAndTexts })),
    await answering(z.object({ it: oneAndNumbers })),
  ];
  const change = 'things.get: the field `it[]` of its output is an integer now, it was text';
  expect(breakingChanges(texts, numbers)).toEqual([change]);
});

it('an answer that may come to be absent', async () => {
  const [there, maybe] = [await answering(z.int()), await answering(z.int().optional())];
  expect(breakingChanges(there, maybe)).toEqual(['things.get: its output may be absent now']);
  expect(breakingChanges(maybe, there)).toEqual([]);
});
