/** Odd but legal bodies. */
import { z } from 'zod';
import { at, echo, echoes, type Room, specimen } from './specimen.ts';

const Tree = z
  .object({
    name: z.string(),
    get children() {
      return z.array(Tree);
    },
  })
  .meta({ id: 'GalleryTree' });

interface Chain {
  value: number;
  next?: Chain | undefined;
}
const Chain: z.ZodType<Chain, Chain> = z.object({ value: z.int(), next: z.lazy(() => Chain.optional()) });
interface Nest {
  label: string;
  inside: Nest[];
}
const Nest: z.ZodType<Nest, Nest> = z.object({ label: z.string(), inside: z.array(z.lazy(() => Nest)) });

const Folder = z.object({
  title: z.string(),
  get entries() {
    return z.array(Entry);
  },
});
const Entry = z.object({
  size: z.int(),
  get folder() {
    return Folder.nullable();
  },
});

/** It holds itself in a set, and by name in a map. */
const Group = z.object({
  name: z.string(),
  get members() {
    return z.set(Group);
  },
  get leaders() {
    return z.map(z.string(), Group);
  },
});

const Deep = z.object({
  a: z.object({ b: z.object({ c: z.object({ d: z.object({ e: z.array(z.object({ f: z.date() })) }) }) }) }),
});

const instant = new Date('2024-02-29T23:59:59.999Z');

export const bodies = {
  recursive: echoes(
    at('POST /gallery/trees').input(Tree).output(Tree).mutation(echo),
    { name: 'root', children: [{ name: 'leaf', children: [] }] },
    { name: '', children: [] },
  ),
  recursiveLazily: echoes(
    at('POST /gallery/chains')
      .input(z.object({ chain: Chain }))
      .output(z.object({ chain: Chain }))
      .mutation(echo),
    {
      chain: { value: 1, next: { value: 2, next: { value: 3 } } },
    },
  ),
  recursiveLazilyToo: echoes(
    at('POST /gallery/nests')
      .input(z.object({ nest: Nest }))
      .output(z.object({ nest: Nest }))
      .mutation(echo),
    {
      nest: { label: 'a', inside: [{ label: 'b', inside: [] }] },
    },
  ),
  recursiveByTurns: echoes(at('POST /gallery/folders').input(Folder).output(Folder).mutation(echo), {
    title: 'top',
    entries: [
      { size: 1, folder: { title: 'below', entries: [] } },
      { size: 2, folder: null },
    ],
  }),
  recursiveInSets: echoes(at('POST /gallery/groups').input(Group).output(Group).mutation(echo), {
    name: 'all',
    members: new Set([{ name: 'some', members: new Set(), leaders: new Map() }]),
    leaders: new Map([['first', { name: 'one', members: new Set(), leaders: new Map() }]]),
  }),
  deep: echoes(at('POST /gallery/deep').input(Deep).output(Deep).mutation(echo), {
    a: { b: { c: { d: { e: [{ f: instant }, { f: new Date(0) }] } } } },
  }),
  arraysOfArrays: echoes(
    at('POST /gallery/matrices')
      .input(z.object({ cells: z.array(z.array(z.array(z.int()))) }))
      .output(z.object({ cells: z.array(z.array(z.array(z.int()))) }))
      .mutation(echo),
    { cells: [[[1, 2], []], [], [[3]]] },
    { cells: [] },
  ),
  optionalBody: specimen(
    at('POST /gallery/optional-body')
      .input(z.object({ note: z.string() }).optional())
      .output(z.object({ note: z.string().nullable() }))
      .mutation(({ input }) => ({ note: input?.note ?? null })),
    { input: { note: 'here' }, output: { note: 'here' } },
  ),
  optionalEverything: echoes(
    at('POST /gallery/optional-everything')
      .input(z.object({ a: z.string().optional(), b: z.int().optional(), c: z.array(z.string()).optional() }))
      .output(
        z.object({ a: z.string().optional(), b: z.int().optional(), c: z.array(z.string()).optional() }),
      )
      .mutation(echo),
    {},
    { a: '', c: [] },
    { b: -0 + 1 },
  ),
  defaults: specimen(
    at('POST /gallery/defaults')
      .input(
        z.object({
          plain: z.int().default(7),
          before: z.string().trim().prefault('  padded  '),
          caught: z.int().catch(-1),
          made: z.array(z.string()).default(() => ['made']),
        }),
      )
      .output(z.object({ plain: z.int(), before: z.string(), caught: z.int(), made: z.array(z.string()) }))
      .mutation(echo),
    { input: { caught: 3 }, output: { plain: 7, before: 'padded', caught: 3, made: ['made'] } },
    {
      input: { plain: 1, before: 'x', caught: 2, made: [] },
      output: { plain: 1, before: 'x', caught: 2, made: [] },
    },
  ),
  mergedInputs: specimen(
    at('PATCH /gallery/merged/{id}')
      .input(z.object({ id: z.int() }))
      .input(z.object({ name: z.string().optional() }))
      .input(z.object({ day: z.date() }))
      .output(z.object({ id: z.int(), name: z.string().optional(), day: z.date() }))
      .mutation(echo),
    { input: { id: 5, name: 'é', day: instant }, output: { id: 5, name: 'é', day: instant } },
    { input: { id: 0, day: instant }, output: { id: 0, day: instant } },
  ),
  strict: echoes(
    at('POST /gallery/strict')
      .input(z.strictObject({ only: z.string() }))
      .output(z.strictObject({ only: z.string() }))
      .mutation(echo),
    { only: 'this' },
  ),
  loose: echoes(
    at('POST /gallery/loose')
      .input(z.looseObject({ known: z.string() }))
      .output(z.looseObject({ known: z.string() }))
      .mutation(echo),
    { known: 'a', other: 1, more: [true, null] },
  ),
  catchall: echoes(
    at('POST /gallery/catchall')
      .input(z.object({ known: z.string() }).catchall(z.date()))
      .output(z.object({ known: z.string() }).catchall(z.date()))
      .mutation(echo),
    { known: 'a', since: instant },
  ),
  intersection: echoes(
    at('POST /gallery/intersections')
      .input(z.object({ both: z.object({ a: z.date() }).and(z.object({ b: z.bigint() })) }))
      .output(z.object({ both: z.object({ a: z.date(), b: z.bigint() }) }))
      .mutation(echo),
    { both: { a: instant, b: 12345678901234567890n } },
  ),
  strangeKeys: echoes(
    at('POST /gallery/keys')
      .input(
        z.object({
          名前: z.string(),
          'a b': z.int(),
          'x/y~z': z.boolean(),
          toString: z.string(),
          $ref: z.string(),
        }),
      )
      .output(
        z.object({
          名前: z.string(),
          'a b': z.int(),
          'x/y~z': z.boolean(),
          toString: z.string(),
          $ref: z.string(),
        }),
      )
      .mutation(echo),
    { 名前: '雪', 'a b': 1, 'x/y~z': false, toString: 'mine', $ref: '#/nowhere' },
  ),
} satisfies Room;
