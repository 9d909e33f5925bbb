/** Odd but legal routers and names. */
import { lazy } from '@trpc/server';
import { z } from 'zod';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';
import { at, echo, echoes, type Room, specimen, toRouter } from './specimen.ts';

const long =
  'A_long_name_of_a_procedure_of_a_procedure_of_a_procedure_of_a_procedure_of_a_procedure_of_a_procedure_of_a_procedure_end';

/** Names that JavaScript's own objects have too. */
export const names = {
  hasOwnProperty: specimen(
    at('GET /gallery/names/hasOwnProperty')
      .output(z.int())
      .query(() => 1),
    { output: 1 },
  ),
  toString: specimen(
    at('GET /gallery/names/toString')
      .output(z.int())
      .query(() => 2),
    { output: 2 },
  ),
  valueOf: specimen(
    at('POST /gallery/names/constructor')
      .output(z.int())
      .mutation(() => 3),
    { output: 3 },
  ),
  größe: specimen(
    at('GET /gallery/names/größe')
      .output(z.int())
      .query(() => 4),
    { output: 4 },
  ),
  'with space': specimen(
    at('GET /gallery/names/space')
      .output(z.int())
      .query(() => 5),
    { output: 5 },
  ),
  'kebab-case': echoes(
    at('POST /gallery/names/kebab')
      .input(z.object({ a: z.int(), b: z.int(), id: z.int() }))
      .output(z.object({ a: z.int(), b: z.int(), id: z.int() }))
      .mutation(echo),
    { a: 1, b: 2, id: 3 },
  ),
  kebab_case: echoes(
    at('POST /gallery/names/{id}/snake')
      .input(z.object({ a: z.int(), id: z.int() }))
      .output(z.object({ a: z.int(), id: z.int() }))
      .mutation(echo),
    { a: 1, id: 3 },
  ),
  kebabCase: echoes(
    at('POST /gallery/names/{id}/camel')
      .input(z.object({ b: z.string(), id: z.int() }))
      .output(z.object({ b: z.string(), id: z.int() }))
      .mutation(echo),
    { b: '', id: 3 },
  ),
  [long]: specimen(
    at(`GET /gallery/names/${long}`)
      .output(z.int())
      .query(() => 6),
    { output: 6 },
  ),
} satisfies Room;

/** What RPC alone serves. */
export const rpcOnly = {
  scalarInput: echoes(publicProcedure.input(z.string()).output(z.string()).query(echo), 'text', ''),
  listInput: echoes(publicProcedure.input(z.array(z.date())).output(z.array(z.date())).mutation(echo), [
    new Date(0),
  ]),
  unionInput: echoes(
    publicProcedure
      .input(z.union([z.object({ a: z.int() }), z.object({ b: z.bigint() })]))
      .output(z.union([z.object({ a: z.int() }), z.object({ b: z.bigint() })]))
      .query(echo),
    { a: 1 },
    { b: 2n },
  ),
  withoutOutput: specimen(
    publicProcedure.query(() => ({ at: new Date(0), set: new Set([1]) })),
    {
      output: { at: new Date(0), set: new Set([1]) },
    },
  ),
  oddNumbers: echoes(publicProcedure.input(z.unknown()).output(z.unknown()).query(echo), [
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    -0,
  ]),
} satisfies Room;

const innermost = {
  here: echoes(
    at('POST /gallery/lazy/{id}')
      .input(z.object({ id: z.int(), at: z.date() }))
      .output(z.object({ id: z.int(), at: z.date() }))
      .mutation(echo),
    { id: 1, at: new Date(0) },
  ),
} satisfies Room;

const nested = {
  here: specimen(
    at('GET /gallery/nested-router')
      .output(z.literal('deep'))
      .query(() => 'deep' as const),
    {
      output: 'deep',
    },
  ),
} satisfies Room;

/** Routers in routers, some loaded when they are needed. */
export const nests = {
  lazily: lazy(async () =>
    router({ again: lazy(async () => toRouter(innermost)), eager: toRouter(innermostToo) }),
  ),
  one: router({ two: router({ three: router({ four: router({ five: toRouter(nested) }) }) }) }),
};

const innermostToo = {
  here: specimen(
    at('GET /gallery/lazy')
      .output(z.literal('eager'))
      .query(() => 'eager' as const),
    { output: 'eager' },
  ),
} satisfies Room;

/** The rooms of {@link nests}, by the path of their router. */
export const nestedRooms: Readonly<Record<string, Room>> = {
  'nests.lazily.again': innermost,
  'nests.lazily.eager': innermostToo,
  'nests.one.two.three.four.five': nested,
};
