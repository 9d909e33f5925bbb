/** An API whose names are those of Swift, of its libraries, of the client's runtime, and of each other. */
import { z } from 'zod';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';

/** Names of types that mean something else in a Swift file. */
const typeNames =
  `String Int Date Data URL JSON Error Result Task Set Array Optional Type Protocol Any Self Never
  Field Download Route Decoder Hashable HardNamesClient ThingsOperations`.split(/\s+/);

/** Names of fields, values and operations that the language keeps, or that come out alike. */
const memberNames =
  `init self Self Type Protocol class func var let in is as nil true default switch where some none
  unknown rawValue hashValue hash description encode options callInput core fields encoder decoder value values
  a-b a_b aB AB ab 1 2nd -1 größe 日本 🙂 _ Any any import repeat`.split(/\s+/);

const echo = <Input>({ input }: { input: Input }): Input => input;

const at = (rest: `${'GET' | 'POST'} /${string}`) =>
  publicProcedure.meta({ rest, summary: '`*/` \\(x) """' });

/** Each holds the next by its name, and itself. */
const models = typeNames.map((name) => {
  const model: z.ZodType = z
    .object({
      name: z.string(),
      again: z.lazy(() => model).optional(),
      list: z.array(z.lazy(() => model)).optional(),
    })
    .meta({ id: name, description: `Called ${name}\n*/ // """` });
  return [name, model] as const;
});

const Members = z
  .object(Object.fromEntries(memberNames.map((name) => [name, z.string().optional()])))
  .meta({ id: 'Members' });
const Values = z.enum(['', ...memberNames]).meta({ id: 'Values' });
const variantOf = (name: string): z.ZodObject =>
  z.object({ kind: z.literal(name), ...(name !== 'kind' && { [name]: z.int().optional() }) });
const Variants = z
  .discriminatedUnion('kind', [variantOf('kind'), ...memberNames.map(variantOf)])
  .meta({ id: 'Variants' });

/** Unions that nothing tells apart, and one that holds itself. */
const Loose: z.ZodType = z
  .union([
    z.object({ only: z.string() }),
    z.object({ other: z.int() }),
    z.array(z.lazy(() => Loose)),
    z.int(),
  ])
  .meta({ id: 'Loose' });

const deep = Array.from({ length: 30 }).reduce<z.ZodType>((inner) => z.object({ deeper: inner }), z.int());

const Rest = z.object({
  values: Values,
  variants: Variants,
  loose: Loose,
  deep,
  none: z.enum([]).optional(),
});

export const hardNames = router({
  things: router({
    ...Object.fromEntries(
      memberNames.map((name, index) => [
        name,
        at(`GET /things/${index}`)
          .output(z.string())
          .query(() => ''),
      ]),
    ),
    models: at('POST /models')
      .input(z.object(Object.fromEntries(models)))
      .output(z.object(Object.fromEntries(models)))
      .mutation(echo),
    members: at('POST /members').input(Members).output(Members).mutation(echo),
    rest: at('POST /rest').input(Rest).output(Rest).mutation(echo),
  }),
  ...Object.fromEntries(
    ['core', 'use', 'currentTokens', 'init', 'self', 'größe', 'a-b', 'aB'].map((name, index) => [
      name,
      router({
        get: at(`GET /groups/${index}`)
          .output(z.int())
          .query(() => index),
      }),
    ]),
  ),
});
