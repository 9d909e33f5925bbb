/** Odd but legal values in a body. */
import { z } from 'zod';
import { at, echo, echoes, type Room, specimen } from './specimen.ts';

const Circle = z.object({ shape: z.literal('circle'), radius: z.number() });
const Square = z.object({ shape: z.literal('square'), side: z.number(), since: z.date() });
const Named = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('cat'), lives: z.int() }).meta({ id: 'GalleryCat' }),
    z.object({ kind: z.literal('dog'), tricks: z.array(z.string()) }).meta({ id: 'GalleryDog' }),
  ])
  .meta({ id: 'GalleryPet' });

const instant = new Date('2024-02-29T23:59:59.999Z');
const isoDate = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** A procedure that takes and answers one field. */
function holding<Value extends z.ZodType>(name: string, value: Value) {
  return at(`POST /gallery/values/${name}`)
    .input(z.object({ value }))
    .output(z.object({ value }))
    .mutation(echo);
}

export const values = {
  union: echoes(
    holding('union', z.union([z.int(), z.string(), z.boolean(), z.null()])),
    { value: 1 },
    { value: '1' },
    { value: false },
    { value: null },
  ),
  unionOfObjects: echoes(
    holding('union-of-objects', z.union([z.object({ a: z.date() }), z.object({ b: z.bigint() })])),
    { value: { a: instant } },
    { value: { b: 5n } },
  ),
  discriminated: echoes(
    holding('discriminated', z.discriminatedUnion('shape', [Circle, Square])),
    { value: { shape: 'circle', radius: 1.5 } },
    { value: { shape: 'square', side: 2, since: instant } },
  ),
  discriminatedAndNamed: echoes(
    holding('discriminated-and-named', Named),
    { value: { kind: 'cat', lives: 9 } },
    { value: { kind: 'dog', tricks: [] } },
  ),
  tuple: echoes(holding('tuple', z.tuple([z.string(), z.date(), z.bigint()])), { value: ['a', instant, 1n] }),
  tupleWithRest: echoes(
    holding('tuple-with-rest', z.tuple([z.string()]).rest(z.int())),
    { value: ['a'] },
    { value: ['a', 1, 2, 3] },
  ),
  record: echoes(
    holding('record', z.record(z.string(), z.date())),
    { value: { a: instant, 'b.c': instant, ü: instant } },
    { value: {} },
  ),
  recordByEnum: echoes(holding('record-by-enum', z.record(z.enum(['x', 'y']), z.int())), {
    value: { x: 1, y: 2 },
  }),
  partialRecord: echoes(holding('partial-record', z.partialRecord(z.enum(['x', 'y']), z.int())), {
    value: { y: 2 },
  }),
  set: echoes(holding('set', z.set(z.bigint())), { value: new Set([1n, 2n]) }, { value: new Set() }),
  map: echoes(
    holding('map', z.map(z.string(), z.date())),
    { value: new Map([['a', instant]]) },
    { value: new Map() },
  ),
  mapByNumber: echoes(holding('map-by-number', z.map(z.int(), z.set(z.string()))), {
    value: new Map([[7, new Set(['a'])]]),
  }),
  bigint: echoes(holding('bigint', z.bigint()), { value: 0n }, { value: -123456789012345678901234567890n }),
  date: echoes(holding('date', z.date()), { value: new Date(0) }, { value: instant }),
  enum: echoes(holding('enum', z.enum(['', 'a b', 'é'])), { value: '' }, { value: 'é' }),
  numericEnum: echoes(holding('numeric-enum', z.enum({ Low: 1, High: 10 })), { value: 10 }),
  literals: echoes(
    holding('literals', z.literal(['a', 1, true, null])),
    { value: 'a' },
    { value: 1 },
    { value: true },
    { value: null },
  ),
  bigintLiteral: echoes(holding('bigint-literal', z.literal(5n)), { value: 5n }),
  bigintLiterals: echoes(
    holding('bigint-literals', z.array(z.literal([5n, -6n]))),
    { value: [5n, -6n] },
    { value: [] },
  ),
  templateOfOddText: echoes(
    holding('template-of-odd-text', z.templateLiteral(['`\\$', z.string(), ' ', z.boolean().nullable()])),
    { value: '`\\$a true' },
    { value: '`\\$ null' },
  ),
  templateLiteral: echoes(
    holding('template-literal', z.templateLiteral(['v', z.int(), '.', z.enum(['alpha', 'beta'])])),
    { value: 'v12.beta' },
  ),
  nullish: echoes(
    holding('nullish', z.object({ a: z.string().nullable(), b: z.date().nullish() })),
    { value: { a: null } },
    { value: { a: '', b: null } },
    { value: { a: 'null', b: instant } },
  ),
  branded: echoes(holding('branded', z.string().brand('Sku').readonly()), { value: 'A-1' }),
  formats: echoes(
    holding(
      'formats',
      z.object({
        mail: z.email(),
        address: z.url(),
        day: z.iso.date(),
        time: z.iso.time(),
        at: z.iso.datetime({ offset: true }),
        host: z.ipv4(),
        code: z.string().regex(/^[A-Z]{2}\d{2}$/),
        short: z.string().min(1).max(3),
      }),
    ),
    {
      value: {
        mail: 'a@example.org',
        address: 'https://example.org/?a=b#c',
        day: '2024-02-29',
        time: '23:59:59',
        at: '2024-02-29T23:59:59+01:00',
        host: '127.0.0.1',
        code: 'AB12',
        short: 'é',
      },
    },
  ),
  numbers: echoes(
    holding(
      'numbers',
      z.object({
        small: z.int32(),
        stepped: z.number().multipleOf(0.5),
        positive: z.number().positive(),
        precise: z.number(),
      }),
    ),
    { value: { small: -2147483648, stepped: 2.5, positive: 5e-324, precise: 0.1 } },
  ),
  anything: echoes(
    holding('anything', z.any()),
    { value: { a: [1, 'b', null, { c: true }] } },
    { value: '2024-02-29T23:59:59.999Z' },
    { value: null },
  ),
  unknown: echoes(holding('unknown', z.unknown()), { value: [[[]]] }, { value: '' }),
  json: echoes(holding('json', z.json()), { value: { a: [1, 'b', null, { c: [false] }] } }),
  transformed: specimen(
    at('POST /gallery/values/transformed')
      .input(z.object({ words: z.string().transform((words) => words.split(' ')) }))
      .output(z.object({ words: z.array(z.string()) }))
      .mutation(echo),
    { input: { words: 'a b' }, output: { words: ['a', 'b'] } },
  ),
  piped: specimen(
    at('POST /gallery/values/piped')
      .input(
        z.object({
          size: z
            .string()
            .meta({ examples: ['12'] })
            .transform(Number)
            .pipe(z.int().min(1)),
        }),
      )
      .output(z.object({ size: z.int() }))
      .mutation(echo),
    { input: { size: '12' }, output: { size: 12 } },
  ),
  preprocessed: specimen(
    at('POST /gallery/values/preprocessed')
      .input(z.object({ tags: z.preprocess((tags) => [tags].flat(), z.array(z.string())) }))
      .output(z.object({ tags: z.array(z.string()) }))
      .mutation(echo),
    { input: { tags: ['a', 'b'] }, output: { tags: ['a', 'b'] } },
  ),
  coerced: specimen(
    at('POST /gallery/values/coerced')
      .input(
        z.object({
          count: z.coerce.number(),
          at: z.coerce.date(),
          flag: z
            .string()
            .meta({ examples: ['yes', 'off'] })
            .pipe(z.stringbool()),
        }),
      )
      .output(z.object({ count: z.number(), at: z.date(), flag: z.boolean() }))
      .mutation(echo),
    { input: { count: 12, at: instant, flag: 'yes' }, output: { count: 12, at: instant, flag: true } },
  ),
  codec: specimen(
    at('POST /gallery/values/codec')
      .input(z.object({ at: isoDate }))
      .output(z.object({ at: z.date() }))
      .mutation(echo),
    { input: { at: '2024-02-29T23:59:59.999Z' }, output: { at: instant } },
  ),
  address: specimen(
    at('POST /gallery/values/address')
      .input(z.object({ link: z.instanceof(URL) }))
      .output(z.object({ host: z.string() }))
      .mutation(({ input }) => ({ host: input.link.host })),
    { input: { link: new URL('https://example.org/a?b') }, output: { host: 'example.org' } },
  ),
  unicode: echoes(
    holding('unicode', z.string()),
    { value: '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u202e "quoted" \\ / \b\f\n\r\t \u2028 👩‍👩‍👧‍👦' },
    { value: '' },
  ),
} satisfies Room;
