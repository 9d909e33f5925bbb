import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { breakingChanges } from '../../../client/generator/compatibility/compare-apis.ts';
import { answering, taking } from './documents.ts';

/** A change of the limits of a field that is taken: what it breaks, and what going back breaks. */
const limits: readonly [
  name: string,
  before: z.ZodType,
  after: z.ZodType,
  there: string[],
  back: string[],
][] = [
  [
    'text of any length → of some',
    z.string(),
    z.string().min(2).max(9),
    [
      'must have at least 2 characters now, it was any number',
      'must have at most 9 characters now, it was any number',
    ],
    [],
  ],
  [
    'longer text → shorter text',
    z.string().min(1).max(20),
    z.string().min(2).max(10),
    ['must have at least 2 characters now, it was 1', 'must have at most 10 characters now, it was 20'],
    [],
  ],
  [
    'a pattern → another',
    z.string().regex(/^a/),
    z.string().regex(/^b/),
    ['must match `^b` now, it was `^a`'],
    ['must match `^a` now, it was `^b`'],
  ],
  ['text → an e-mail address', z.string(), z.email(), ['must be of the format `email` now, it was any'], []],
  [
    'a range → a narrower one',
    z.number().min(0).max(10),
    z.number().min(1).max(9.5),
    ['must be at least 1 now, it was at least 0', 'must be at most 9.5 now, it was at most 10'],
    [],
  ],
  [
    'the end of a range',
    z.number().min(0),
    z.number().gt(0),
    ['must be more than 0 now, it was at least 0'],
    [],
  ],
  ['any number → a bounded one', z.int(), z.int().lt(5), ['must be less than 5 now, it was any'], []],
  [
    'steps → greater steps',
    z.number().multipleOf(0.5),
    z.number().multipleOf(2),
    ['must be a multiple of 2 now, it was one of 0.5'],
    [],
  ],
  [
    'a list → a shorter list',
    z.array(z.string()).max(20),
    z.array(z.string()).min(1).max(10),
    ['must have at least 1 items now, it was any number', 'must have at most 10 items now, it was 20'],
    [],
  ],
  [
    'a limit beside null and a default',
    z.string().max(5).nullable().default(''),
    z.string().max(4).nullable().default(''),
    ['must have at most 4 characters now, it was 5'],
    [],
  ],
  [
    'a limit of one branch',
    z.union([z.string().max(5), z.boolean()]),
    z.union([z.string().max(4), z.boolean()]),
    ['must have at most 4 characters now, it was 5'],
    [],
  ],
];

describe('a limit of what is taken', () => {
  it.each(limits)('%s', async (_, before, after, there, back) => {
    const [old, now] = [await taking({ it: before }), await taking({ it: after })];
    const sentences = (changes: readonly string[]) =>
      changes.map((change) => `things.make: the field \`it\` of its input ${change}`);
    expect(breakingChanges(old, now)).toEqual(sentences(there));
    expect(breakingChanges(now, old)).toEqual(sentences(back));
  });

  it('a limit deep inside names its place', async () => {
    const shape = (most: number) => ({ tags: z.array(z.object({ name: z.string().max(most) })) });
    expect(breakingChanges(await taking(shape(9)), await taking(shape(8)))).toEqual([
      'things.make: the field `tags[].name` of its input must have at most 8 characters now, it was 9',
    ]);
  });
});

it('a limit of what is answered counts for nothing', async () => {
  const tight = await answering(z.object({ it: z.array(z.string().max(5).regex(/^a/)).max(3) }));
  const loose = await answering(z.object({ it: z.array(z.string()) }));
  expect(breakingChanges(tight, loose)).toEqual([]);
  expect(breakingChanges(loose, tight)).toEqual([]);
});
