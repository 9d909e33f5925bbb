/** A router of streams, to be served through both doors. */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { form } from '@portico/shared/form';
import { stream } from '@portico/shared/stream';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { fail } from '../../../server/src/engine/errors/failure.ts';
import { fails, publicProcedure, router, signedIn } from '../../../server/src/engine/procedure/procedure.ts';
import { accounts } from '../../../server/src/features/accounts/accounts.router.ts';

const Tick = z.object({ number: z.int(), at: z.date() });
const From = z.object({ lastEventId: z.string().regex(/^\d+$/).optional() });

/** How much a source has made when it makes no more. */
export async function madeInAll(name: string): Promise<number> {
  for (let made = -1; ; await sleep(300)) {
    const now = Number(seen.get(name)?.[0]);
    if (now === made) return made;
    made = now;
  }
}

/** What the sources did, by the name that their caller gave them. */
export const seen = new Map<string, string[]>();

function note(name: string, what: string): void {
  seen.set(name, [...(seen.get(name) ?? []), what]);
}

/** Counts until it is told to stop. */
async function* ticks(from: number, signal: AbortSignal | undefined) {
  for (let number = from; !signal?.aborted; number += 1) {
    yield { number, at: new Date(number), secret: 'never' };
    await sleep(5, undefined, signal ? { signal } : {});
  }
}

async function* count(to: number) {
  for (let number = 1; number <= to; number += 1) yield { number, at: new Date(number), secret: 'never' };
}

const named = z.object({ name: z.string() });

export const streamRouter = router({
  accounts,
  count: publicProcedure
    .meta({ rest: 'GET /count' })
    .input(z.object({ to: z.int() }))
    .output(stream(Tick))
    .query(({ input }) => count(input.to)),
  ticks: publicProcedure
    .meta({ rest: 'GET /ticks' })
    .input(From)
    .output(stream(Tick, { resumable: true }))
    .subscription(async function* ({ input, signal }) {
      for await (const tick of ticks(Number(input.lastEventId ?? 0) + 1, signal))
        yield tracked(String(tick.number), tick);
    }),
  three: publicProcedure
    .meta({ rest: 'GET /three' })
    .output(stream(Tick))
    .subscription(() => count(3)),
  silent: publicProcedure
    .meta({ rest: 'GET /silent' })
    .input(named)
    .output(stream(Tick))
    .subscription(async function* ({ input: { name }, signal }) {
      note(name, 'started');
      try {
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
        yield* count(0);
      } finally {
        note(name, 'ended');
      }
    }),
  spell: publicProcedure
    .meta({ rest: 'POST /spell' })
    .input(form(z.object({ file: z.file() })))
    .output(stream(z.object({ letter: z.string() })))
    .mutation(async function* ({ input: { file } }) {
      await turn();
      for (const letter of await file.text()) yield { letter };
    }),
  late: publicProcedure
    .meta({ rest: 'GET /late' })
    .input(named)
    .output(stream(Tick))
    .subscription(async ({ input: { name }, signal }) => {
      note(name, 'asked');
      await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      return count(1);
    }),
  mine: signedIn
    .meta({ rest: 'GET /mine' })
    .output(stream(Tick))
    .subscription(({ signal }) => ticks(1, signal)),
  eager: publicProcedure
    .meta({ rest: 'GET /eager' })
    .input(named)
    .output(stream(z.object({ text: z.string() })))
    .query(async function* ({ input: { name } }) {
      for (let made = 1; ; made += 1) {
        seen.set(name, [String(made)]);
        yield { text: 'x'.repeat(1000) };
        await turn();
      }
    }),
  failing: publicProcedure
    .concat(fails('not_found'))
    .meta({ rest: 'GET /failing' })
    .input(z.object({ how: z.enum(['expected', 'bug', 'item']) }))
    .output(stream(Tick))
    .subscription(async function* ({ input: { how } }) {
      yield { number: 1, at: new Date(1) };
      if (how === 'expected') throw fail('not_found', { detail: 'It went away' });
      if (how === 'bug') throw new Error('the secret reason');
      yield { number: 'two' as unknown as number, at: new Date(2) };
    }),
});
