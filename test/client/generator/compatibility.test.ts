import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isNewGeneration } from '../../../client/generator/commands/check-compat.ts';
import { breakingChanges } from '../../../client/generator/compatibility/compare-apis.ts';
import type { Api } from '../../../client/generator/ir.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { publicProcedure, router, signedIn } from '../../../server/src/engine/procedure/procedure.ts';
import { answering, documentOf, galleryApi, ownApi, taking } from './documents.ts';

const shapes = (input: z.ZodType): z.ZodRawShape => ({ it: input });

/** A change of what a field takes: there, and back again. */
const inputs: readonly [
  name: string,
  before: z.ZodType,
  after: z.ZodType,
  there: string[],
  back: string[],
][] = [
  ['optional → required', z.string().optional(), z.string(), ['is required now'], []],
  ['nullable → not', z.string().nullable(), z.string(), ['may not be null any more'], []],
  ['a default → none', z.string().default(''), z.string(), ['is required now'], []],
  [
    'text → number',
    z.string(),
    z.number(),
    ['is a number now, it was text'],
    ['is text now, it was a number'],
  ],
  ['text → date', z.string(), z.date(), ['is a date now, it was text'], ['is text now, it was a date']],
  ['number → integer', z.number(), z.int(), ['is an integer now, it was a number'], []],
  ['text → enum', z.string(), z.enum(['a', 'b']), ['is one of `"a"`, `"b"` now, it was text'], []],
  ['a value less', z.enum(['a', 'b', 'c']), z.enum(['a', 'b']), ['takes `"c"` no more'], []],
  [
    'list → one',
    z.array(z.string()),
    z.string(),
    ['is text now, it was a list'],
    ['is a list now, it was text'],
  ],
  [
    'list → set',
    z.array(z.int()),
    z.set(z.int()),
    ['is a set now, it was a list'],
    ['is a list now, it was a set'],
  ],
  ['a branch less', z.union([z.int(), z.boolean()]), z.int(), ['takes true or false no more'], []],
  ['anything → text', z.unknown(), z.string(), ['is text now, it was anything'], []],
];

describe('what an operation takes', () => {
  it.each(inputs)('%s', async (_, before, after, there, back) => {
    const [old, now] = [await taking(shapes(before)), await taking(shapes(after))];
    const sentences = (changes: readonly string[]) =>
      changes.map((change) => `things.make: the field \`it\` of its input ${change}`);
    expect(breakingChanges(old, now)).toEqual(sentences(there));
    expect(breakingChanges(now, old)).toEqual(sentences(back));
  });

  it('a new field must not be required, and no field goes away', async () => {
    const one = await taking({ a: z.string() });
    const both = await taking({ a: z.string(), b: z.string() });
    const optional = await taking({ a: z.string(), b: z.string().optional() });
    expect(breakingChanges(one, both)).toEqual([
      'things.make: the field `b` of its input is new and required',
    ]);
    expect(breakingChanges(one, optional)).toEqual([]);
    expect(breakingChanges(both, one)).toEqual(['things.make: the field `b` of its input is gone']);
  });

  it('a change deep inside names its place', async () => {
    const shape = (inner: z.ZodType) => ({ list: z.array(z.object({ price: z.object({ amount: inner }) })) });
    expect(breakingChanges(await taking(shape(z.number())), await taking(shape(z.string())))).toEqual([
      'things.make: the field `list[].price.amount` of its input is text now, it was a number',
    ]);
  });
});

/** A change of what is answered: there, and back again. */
const outputs: typeof inputs = [
  ['required → optional', z.string(), z.string().optional(), ['may be absent now'], []],
  ['not null → nullable', z.string(), z.string().nullable(), ['may be null now'], []],
  [
    'text → number',
    z.string(),
    z.number(),
    ['is a number now, it was text'],
    ['is text now, it was a number'],
  ],
  ['integer → number', z.int(), z.number(), ['is a number now, it was an integer'], []],
  ['a value more', z.enum(['a', 'b']), z.enum(['a', 'b', 'c']), [], []],
  ['enum → text', z.enum(['a', 'b']), z.string(), [], []],
  [
    'a constant → another',
    z.literal('a'),
    z.literal('b'),
    ['is not always `"a"` any more'],
    ['is not always `"b"` any more'],
  ],
  ['a type → several', z.int(), z.union([z.int(), z.boolean()]), ['may be true or false now'], []],
  ['text → anything', z.string(), z.unknown(), ['is anything now, it was text'], []],
];

describe('what an operation answers', () => {
  it.each(outputs)('%s', async (_, before, after, there, back) => {
    const [old, now] = [await answering(z.object(shapes(before))), await answering(z.object(shapes(after)))];
    const sentences = (changes: readonly string[]) =>
      changes.map((change) => `things.get: the field \`it\` of its output ${change}`);
    expect(breakingChanges(old, now)).toEqual(sentences(there));
    expect(breakingChanges(now, old)).toEqual(sentences(back));
  });

  it('a field may come, and none may go', async () => {
    const [one, both] = [z.object({ a: z.int() }), z.object({ a: z.int(), b: z.int() })];
    expect(breakingChanges(await answering(one), await answering(both))).toEqual([]);
    expect(breakingChanges(await answering(both), await answering(one))).toEqual([
      'things.get: the field `b` of its output is gone',
    ]);
  });

  it('a variant may come and go, but what it holds stays', async () => {
    const made = z.object({ type: z.literal('made'), at: z.date() });
    const gone = z.object({ type: z.literal('gone'), why: z.string() });
    const late = z.object({ type: z.literal('late') });
    const one = (...parts: [z.ZodObject, z.ZodObject, ...z.ZodObject[]]) =>
      answering(z.object({ event: z.union(parts) }));
    expect(breakingChanges(await one(made, gone), await one(made, gone, late))).toEqual([]);
    expect(breakingChanges(await one(made, gone, late), await one(made, gone))).toEqual([]);
    expect(breakingChanges(await one(made, gone), await one(made.omit({ at: true }), gone))).toEqual([
      'things.get: the field `event.at` of its output is gone',
    ]);
  });

  it('a change of a model is told once, under its name, and recursion ends', async () => {
    const tree = (value: z.ZodType) => {
      const Tree: z.ZodObject = z
        .object({ value, children: z.array(z.lazy(() => Tree)) })
        .meta({ id: `CompatTree` });
      return answering(z.object({ left: Tree, right: Tree }));
    };
    expect(breakingChanges(await tree(z.int()), await tree(z.string()))).toEqual([
      'CompatTree as output: the field `value` is text now, it was an integer',
    ]);
  });
});

/** An API of `things.act`. */
async function acting(act: Parameters<typeof router>[0][string]): Promise<Api> {
  return readApi(await documentOf(router({ things: router({ act }) })));
}

const post = (rest: string) => publicProcedure.meta({ rest: `POST ${rest}` as 'POST /x', summary: 'Act' });

describe('operations', () => {
  const plain = acting(
    post('/acts')
      .output(z.int())
      .mutation(() => 1),
  );

  it.each([
    [
      'access',
      acting(
        signedIn
          .meta({ rest: 'POST /acts', summary: 'Act' })
          .output(z.int())
          .mutation(() => 1),
      ),
      ['it needs role user now, it was for anyone'],
      [],
    ],
    [
      'route',
      acting(
        post('/deeds')
          .output(z.int())
          .mutation(() => 1),
      ),
      ['its route is POST /deeds now, it was POST /acts'],
      ['its route is POST /acts now, it was POST /deeds'],
    ],
    [
      'no route',
      acting(publicProcedure.output(z.int()).mutation(() => 1)),
      ['it has no route any more, it was POST /acts'],
      [],
    ],
    [
      'key',
      acting(
        post('/acts')
          .meta({ idempotent: true })
          .output(z.int())
          .mutation(() => 1),
      ),
      [],
      ['it takes no Idempotency-Key any more'],
    ],
  ])('%s', async (_, other, there, back) => {
    const sentences = (changes: readonly string[]) => changes.map((change) => `things.act: ${change}`);
    expect(breakingChanges(await plain, await other)).toEqual(sentences(there));
    expect(breakingChanges(await other, await plain)).toEqual(sentences(back));
  });

  it('status and answer', async () => {
    const nothing = await acting(
      post('/acts')
        .output(z.void())
        .mutation(() => {}),
    );
    expect(breakingChanges(await plain, nothing)).toEqual([
      'things.act: it answers 204 now, it was 200',
      'things.act: it answers nothing now, it was JSON',
      'things.act: its output is never answered any more',
    ]);
  });

  it('one may come, and none may go', async () => {
    const two = readApi(
      await documentOf(
        router({
          things: router({
            act: post('/acts')
              .output(z.int())
              .mutation(() => 1),
            rest: post('/rests')
              .output(z.int())
              .mutation(() => 1),
          }),
        }),
      ),
    );
    expect(breakingChanges(await plain, two)).toEqual([]);
    expect(breakingChanges(two, await plain)).toEqual(['things.rest: it is gone']);
  });

  it('the name of a path parameter may change only as a field may', async () => {
    const by = (name: string) =>
      acting(
        post(`/acts/{${name}}`)
          .input(z.object({ [name]: z.string() }))
          .output(z.int())
          .mutation(() => 1),
      );
    expect(breakingChanges(await by('id'), await by('key'))).toEqual([
      'things.act: the field `id` of its input is gone',
      'things.act: the field `key` of its input is new and required',
    ]);
  });
});

describe('an API', () => {
  it('gets along with itself', async () => {
    for (const api of [await ownApi(), await galleryApi()]) expect(breakingChanges(api, api)).toEqual([]);
  });

  it('an error may come and go, but its status stays', async () => {
    const api = await ownApi();
    const without = { ...api, errors: api.errors.slice(1) };
    expect(breakingChanges(api, without)).toEqual([]);
    expect(breakingChanges(without, api)).toEqual([]);
    const moved = api.errors.map((error) => (error.code === 'not_found' ? { ...error, status: 410 } : error));
    expect(breakingChanges(api, { ...api, errors: moved })).toEqual([
      'not_found: its status is 410 now, it was 404',
    ]);
  });

  it.each([
    ['0.1.0', '0.1.9', false],
    ['0.1.0', '0.2.0', true],
    ['0.9.0', '1.0.0', true],
    ['1.4.0', '1.5.0', false],
    ['1.4.0', '2.0.0', true],
    ['2.0.0', '1.0.0', false],
  ])('%s → %s is a new generation: %s', (before, after, expected) => {
    expect(isNewGeneration(before, after)).toBe(expected);
  });
});
