/** One API twice: as it was when a client was made of it, and as it is now. */
import { z } from 'zod';
import { fail } from '../../../server/src/engine/errors/failure.ts';
import { fails, publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';

const at = (rest: `${'GET' | 'POST'} /${string}`) => publicProcedure.meta({ rest, summary: rest });
const instant = new Date('2024-02-29T12:34:56.789Z');

const Circle = z.object({ shape: z.literal('circle'), radius: z.number() });
const Square = z.object({ shape: z.literal('square'), side: z.number() });

const OldThing = z.object({
  id: z.string(),
  kind: z.enum(['small', 'large']),
  form: z.discriminatedUnion('shape', [Circle]).or(z.object({ shape: z.literal('none') })),
  note: z.string().nullish(),
});

const NewThing = OldThing.extend({
  kind: z.enum(['small', 'large', 'huge']),
  form: z.discriminatedUnion('shape', [Circle, Square, z.object({ shape: z.literal('none') })]),
  since: z.date(),
  owner: z.object({ name: z.string() }).nullable(),
});

const things = [
  { id: '1', kind: 'small', form: { shape: 'circle', radius: 2.5 } },
  { id: '2', kind: 'huge', form: { shape: 'square', side: 4 }, note: null },
] as const;

/** Where clients of yesterday come from. */
export const older = router({
  things: router({
    list: at('GET /things')
      .input(z.object({ kind: z.enum(['small', 'large']).optional() }))
      .output(z.object({ items: z.array(OldThing) }))
      .query(() => ({ items: [] })),
    make: at('POST /things')
      .input(z.object({ id: z.string() }))
      .output(OldThing)
      .mutation(() => fail('conflict') as never),
  }),
});

/** What serves today. */
export const newer = router({
  things: router({
    list: at('GET /things')
      .input(z.object({ kind: z.enum(['small', 'large', 'huge']).optional(), limit: z.int().default(20) }))
      .output(z.object({ items: z.array(NewThing), total: z.int() }))
      .query(({ input: { limit } }) => ({
        items: things.slice(0, limit).map((thing) => ({ ...thing, since: instant, owner: null })),
        total: things.length,
      })),
    make: at('POST /things')
      .concat(fails('conflict'))
      .input(z.object({ id: z.string(), colour: z.string().optional() }))
      .output(NewThing)
      .mutation(() => {
        throw fail('conflict', { detail: 'There is one of this id' });
      }),
    remove: at('POST /things/{id}/removal')
      .input(z.object({ id: z.string() }))
      .output(z.void())
      .mutation(() => {}),
  }),
});
