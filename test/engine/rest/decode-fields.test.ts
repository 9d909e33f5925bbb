import { decodeFields } from '@portico/shared/decode/decode';
import { DecodeError } from '@portico/shared/decode/decode-error';
import { expect, test } from 'vitest';
import { z } from 'zod';

const decode = (schema: z.ZodType, query: string) =>
  (decodeFields(z.object({ x: schema }), new URLSearchParams(query)) as { x: unknown }).x;

const Level = { low: 1, high: 2 } as const;
const Shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), radius: z.number() }),
  z.object({ kind: z.literal('square'), side: z.bigint() }),
]);
const Tree = z.object({
  value: z.number(),
  get children() {
    return z.array(Tree).optional();
  },
});

test.each<[string, z.ZodType, string, unknown]>([
  ['an integer', z.int(), 'x=12', 12],
  ['a negative fraction with exponent', z.number(), 'x=-1.5e3', -1500],
  ['hexadecimal is no number', z.number(), 'x=0x10', '0x10'],
  ['an empty text is no number', z.number(), 'x=', ''],
  ['an infinity is no number', z.number(), 'x=1e999', '1e999'],
  ['text stays text', z.string(), 'x=12', '12'],
  ['true', z.boolean(), 'x=true', true],
  ['1 as true', z.boolean(), 'x=1', true],
  ['0 as false', z.boolean(), 'x=0', false],
  ['yes is no boolean', z.boolean(), 'x=yes', 'yes'],
  ['an empty text is no boolean', z.boolean(), 'x=', ''],
  ['a bigint', z.bigint(), 'x=123456789012345678901234567890', 123456789012345678901234567890n],
  ['a bigint of too many digits is left', z.bigint(), `x=${'9'.repeat(1001)}`, '9'.repeat(1001)],
  ['a date-time', z.date(), 'x=2024-02-29T12:00:00%2B02:00', new Date('2024-02-29T10:00:00Z')],
  ['a date alone', z.date(), 'x=2024-02-29', new Date('2024-02-29T00:00:00Z')],
  ['a day that does not exist is no date', z.date(), 'x=2023-02-29', '2023-02-29'],
  ['a date-time without offset is no date', z.date(), 'x=2024-02-29T12:00:00', '2024-02-29T12:00:00'],
  ['an empty text is no date', z.date(), 'x=', ''],
  ['an enum', z.enum(['a', 'b']), 'x=b', 'b'],
  ['an enum of numbers', z.enum(Level), 'x=2', 2],
  ['a literal number', z.literal([5, 'five']), 'x=5', 5],
  ['a null', z.null(), 'x=', null],
  ['a file name stays text where a file is due', z.file(), 'x=a.png', 'a.png'],
  ['one value as an array of one', z.array(z.int()), 'x=1', [1]],
  [
    'brackets as an array of one where a text would do',
    z.union([z.string(), z.array(z.string())]),
    'x[]=a',
    ['a'],
  ],
  ['a repeated name', z.array(z.int()), 'x=1&x=2', [1, 2]],
  ['minus zero', z.number(), 'x=-0', -0],
  ['a name with brackets', z.array(z.int()), 'x[]=1', [1]],
  ['numbered names, in the order of their numbers', z.array(z.int()), 'x[10]=3&x[2]=2', [2, 3]],
  ['objects in an array', z.array(z.object({ n: z.int() })), 'x[0][n]=1&x[1][n]=2', [{ n: 1 }, { n: 2 }]],
  ['an empty text empties an array whose items cannot be empty', z.array(z.uuid()), 'x=', []],
  ['an empty text is an item where items can be empty', z.array(z.string()), 'x=', ['']],
  ['an array for a number stays', z.number(), 'x=1&x=2', ['1', '2']],
  ['a nested object', z.object({ n: z.int(), s: z.string() }), 'x[n]=1&x[s]=1', { n: 1, s: '1' }],
  ['unknown keys stay text', z.object({ n: z.int() }), 'x[n]=1&x[m]=1', { n: 1, m: '1' }],
  ['a catch-all decodes the others', z.object({}).catchall(z.int()), 'x[m]=1', { m: 1 }],
  ['text where an object is due stays', z.object({ n: z.int() }), 'x=1', '1'],
  ['both text and keys are no object', z.object({ n: z.int() }), 'x=1&x[n]=1', ['1', { n: '1' }]],
  ['unpaired brackets are part of the name', z.int(), 'x[=1&x=2', 2],
  ['an optional', z.int().optional(), 'x=1', 1],
  ['an absent optional', z.int().optional(), 'y=1', undefined],
  ['a nullable with a value', z.int().nullable(), 'x=1', 1],
  ['a nullable emptied', z.uuid().nullable().optional(), 'x=', null],
  ['a nullable text emptied stays text', z.string().nullable(), 'x=', ''],
  ['a default', z.int().default(3), 'x=1', 1],
  ['a prefault', z.int().prefault(3), 'x=1', 1],
  ['a catch', z.int().catch(3), 'x=1', 1],
  ['a readonly', z.array(z.int()).readonly(), 'x=1', [1]],
  ['a nonoptional', z.nonoptional(z.int().optional()), 'x=1', 1],
  ['the input of a pipe', z.int().pipe(z.transform(String)), 'x=1', 1],
  [
    'the input of a codec',
    z.codec(z.iso.datetime(), z.date(), { decode: (s) => new Date(s), encode: String }),
    'x=2024-01-01T00:00:00Z',
    '2024-01-01T00:00:00Z',
  ],
  [
    'what a preprocessing takes as it is',
    z.preprocess((v) => String(v).split(','), z.array(z.string())),
    'x=a,b',
    'a,b',
  ],
  ['what a preprocessing takes only decoded', z.preprocess((v) => v, z.int()), 'x=1', 1],
  ['a lazy schema', z.lazy(() => z.int()), 'x=1', 1],
  ['a recursive schema', Tree, 'x[value]=1&x[children][0][value]=2', { value: 1, children: [{ value: 2 }] }],
  ['the first branch that fits', z.union([z.int(), z.string()]), 'x=1', 1],
  ['the next branch where the first does not fit', z.union([z.int(), z.string()]), 'x=a', 'a'],
  ['text before numbers where the order says so', z.union([z.string(), z.int()]), 'x=1', '1'],
  [
    'the first of the branches with equally many complaints',
    z.union([z.object({ a: z.int(), b: z.int() }), z.object({ a: z.bigint(), b: z.bigint() })]),
    'x[a]=1&x[b]=no',
    { a: 1, b: 'no' },
  ],
  [
    'the branch with the fewest complaints',
    z.union([z.object({ c: z.bigint(), d: z.bigint() }), z.object({ a: z.int(), b: z.int() })]),
    'x[a]=1&x[b]=no',
    { a: 1, b: 'no' },
  ],
  ['the branch that a discriminator names', Shape, 'x[kind]=square&x[side]=5', { kind: 'square', side: 5n }],
  [
    'the named branch although it refuses',
    Shape,
    'x[kind]=square&x[side]=no&x[radius]=5',
    { kind: 'square', side: 'no', radius: '5' },
  ],
  [
    'both sides of an intersection',
    z.intersection(
      z.object({ a: z.int(), c: z.object({ d: z.int() }) }),
      z.object({ b: z.bigint(), c: z.object({ e: z.boolean() }) }),
    ),
    'x[a]=1&x[b]=2&x[c][d]=3&x[c][e]=1',
    { a: 1, b: 2n, c: { d: 3, e: true } },
  ],
  ['a record', z.record(z.string(), z.int()), 'x[a]=1&x[b]=2', { a: 1, b: 2 }],
  ['a tuple with a rest', z.tuple([z.string(), z.int()], z.boolean()), 'x=1&x=1&x=1', ['1', 1, true]],
  ['a set', z.set(z.int()), 'x=1&x=2', new Set([1, 2])],
  ['a map', z.map(z.int(), z.boolean()), 'x[5]=1', new Map([[5, true]])],
  ['a URL', z.instanceof(URL), 'x=https://example.org/a', new URL('https://example.org/a')],
])('%s', (_name, schema, query, expected) => {
  expect(decode(schema, query)).toEqual(expected);
});

test('the schema is left as it was: it still refuses text', () => {
  const schema = z.object({ n: z.number() });
  decodeFields(schema, [['n', '1']]);
  expect(schema.safeParse({ n: '1' }).success).toBe(false);
});

test.each([
  [
    'a thousand and one fields',
    Array.from({ length: 1001 }, (): [string, string] => ['a', '1']),
    'too_many_fields',
  ],
  ['a name of nine levels', [[`a${'[b]'.repeat(8)}`, '1']] as [string, string][], 'too_deep'],
  ['__proto__', [['__proto__[admin]', '1']] as [string, string][], 'forbidden_name'],
  ['constructor below', [['a[constructor][prototype][admin]', '1']] as [string, string][], 'forbidden_name'],
])('%s is refused', (_name, fields, fault) => {
  expect(() => decodeFields(z.object({}), fields)).toThrow(expect.objectContaining({ fault }));
  expect(() => decodeFields(z.object({}), fields)).toThrow(DecodeError);
  expect({}).not.toHaveProperty('admin');
});

test('a schema that could wrap a value forever comes to an end', () => {
  const Endless: z.ZodType = z.lazy(() => z.union([z.array(Endless), z.tuple([Endless]), z.number()]));
  expect(decode(Endless, 'x=q')).toBeDefined();
});
