/** An API whose names and types are the ones that Kotlin, the JVM and the runtime have uses of their own for. */

import { form } from '@portico/shared/form';
import { z } from 'zod';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';

const words =
  'class fun object in is as when val var typealias typeof null true this super options caller session signIn signOut ' +
  'it field json reader writer path query form body toString hashCode equals getClass wait notify copy component1 ' +
  'unknownFields toJson fromJson entries Companion a-b a_b aB 1 日本 ünï ② 𝔘 $ $ref "quoted" \\';

const typeNames =
  'String List Map Set Unit Any Int Long Boolean Pair Exception Throwable Comparable Result Array JsonValue JsonNull Field Flow ' +
  'Instant CallOptions Operation Caller ApiException Unknown Companion OddApi OddClient class ListOfThings foo Foo';

/** As many fields as names. */
const everyWord = z.object(Object.fromEntries(words.split(' ').map((word) => [word, z.string().optional()])));

const named = Object.fromEntries(
  typeNames
    .split(' ')
    .map((name) => [name, z.object({ [name]: z.int(), list: z.array(z.string()) }).meta({ id: name })]),
);

const Cat = z.object({ kind: z.literal('cat'), lives: z.int() }).meta({ id: 'OddCat' });
const Dog = z.object({ kind: z.literal('dog'), tricks: z.array(z.string()) }).meta({ id: 'OddDog' });
const Pet = z.discriminatedUnion('kind', [Cat, Dog]).meta({ id: 'OddPet' });
/** It shares a variant with another union, and holds one. */
const Guest = z
  .union([Pet, Dog, z.array(Pet), z.string(), z.date(), z.enum(['nobody', 'all'])])
  .meta({ id: 'OddGuest' });
const Numbered = z.discriminatedUnion('v', [
  z.object({ v: z.literal(1), a: z.int() }),
  z.object({ v: z.literal(2), b: z.string() }),
]);
const Chain = z
  .object({
    value: z.int(),
    get next() {
      return z.union([Chain, z.string()]).nullish();
    },
  })
  .meta({ id: 'OddChain' });

/** Forty objects, each in another. */
const deep = Array.from({ length: 40 }).reduce<z.ZodType>((inner) => z.object({ inner }), z.date());

const large = z.object(
  Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [
      `field${index}`,
      [z.number(), z.string().nullish(), z.date().nullable(), z.int().optional()][index % 4],
    ]),
  ),
);
const wide = z.object(
  Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`n${index}`, z.number()])),
);
const manyValues = z.enum(Array.from({ length: 1_500 }, (_, index) => `value-${index}`));

const shapes: Record<string, z.ZodType> = {
  everyWord,
  named: z.object(named),
  Pet,
  Guest,
  Numbered,
  Chain,
  deep: z.object({ deep }),
  large,
  wide,
  manyValues: z.object({ value: manyValues, by: z.partialRecord(manyValues, z.int()) }),
  enums: z.object({
    one: z.enum(['only']),
    none: z.enum([]).nullish(),
    odd: z.enum(['', ' ', '+', '-', 'a', 'A', 'a b', '1', 'é', '"', '$x', 'class']),
    low: z.enum({ Minus: -1, Zero: 0, One: 1 }),
    real: z.literal([0.5, 1, 2.5]),
    mixed: z.literal(['a', 1, true, null]),
    byLow: z.partialRecord(z.enum(['1', '2']), z.date()),
  }),
  tuples: z.object({
    two: z.tuple([z.string(), z.date().nullable()]),
    three: z.tuple([z.int(), z.bigint(), z.array(z.date())]),
    four: z.tuple([z.int(), z.int(), z.int(), z.int()]),
    rest: z.tuple([z.string()]).rest(z.int()),
  }),
  maps: z.object({
    pairs: z.map(z.date(), z.set(z.bigint())),
    nested: z.record(z.string(), z.record(z.string(), z.array(z.map(z.int(), Pet)))),
    loose: z.looseObject({ known: z.string() }),
    caught: z.object({ known: z.string() }).catchall(z.date().nullable()),
  }),
};

const reads = Object.fromEntries(
  Object.entries(shapes).map(([name, output], index) => [
    name,
    publicProcedure
      .meta({ rest: `GET /odd/shapes/${index}`, summary: `Read ${name} */ $name` })
      .output(output)
      .query(() => undefined as never),
  ]),
);

const writes = Object.fromEntries(
  Object.entries(shapes)
    .filter(([, shape]) => shape instanceof z.ZodObject && Object.keys(shape.shape).length <= 100)
    .map(([name, input], index) => [
      name,
      publicProcedure
        .meta({ rest: `POST /odd/shapes/${index}`, summary: `Write ${name}`, idempotent: true })
        .input(input)
        .output(z.void())
        .mutation(() => {}),
    ]),
);

const called = Object.fromEntries(
  words.split(' ').map((word, index) => [
    word,
    publicProcedure
      .meta({ rest: `GET /odd/words/${index}/{id}`, summary: word })
      .input(z.object({ id: z.string(), filter: z.object({ kind: z.array(z.string()) }).optional() }))
      .output(z.int().nullable())
      .query(() => 1),
  ]),
);

const upload = publicProcedure
  .meta({ rest: 'POST /odd/uploads', summary: 'Upload' })
  .input(
    form(
      z.object({
        file: z.file(),
        maybe: z.file().optional(),
        many: z.array(z.file()),
        more: z.array(z.file()).optional(),
        note: z.string().nullish(),
        pet: Cat.optional(),
      }),
    ),
  )
  .output(z.void())
  .mutation(() => {});

/** Words that no router takes as a key are left to the fields. */
const groups = Object.fromEntries(
  ['class', 'session', 'signIn', 'caller', 'options', 'Api'].map((name, index) => [
    name,
    router({
      list: publicProcedure
        .meta({ rest: `GET /odd/groups/${index}`, summary: 'Pages' })
        .input(
          z.object({
            cursor: z.string().optional(),
            next: z.string().optional(),
            limit: z.int().min(1).max(100).default(20),
          }),
        )
        .output(z.object({ items: z.array(Pet), nextCursor: z.string().nullable() }))
        .query(() => ({ items: [], nextCursor: null })),
      listAll: publicProcedure
        .meta({ rest: `GET /odd/groups/${index}/all`, summary: 'All' })
        .output(z.url())
        .query(() => 'a:b'),
    }),
  ]),
);

export const odd = router({
  reads: router(reads),
  writes: router(writes),
  words: router(called),
  upload,
  ...groups,
});
