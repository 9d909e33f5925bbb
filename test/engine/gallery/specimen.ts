/** A procedure of the gallery, and calls that must go through both doors alike. */
import type { AnyProcedure, AnyTRPCRouter } from '@trpc/server';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';

/** One call of a specimen. */
export interface Call {
  /** As a program writes it: dates, bigints, sets and files are what they are. */
  readonly input?: unknown;
  /** What RPC answers; REST answers the same as plain JSON. */
  readonly output: unknown;
}

export interface Specimen {
  readonly procedure: AnyProcedure;
  readonly calls: readonly Call[];
}

/** Specimens by name. */
export type Room = Readonly<Record<string, Specimen>>;

export function specimen(procedure: AnyProcedure, ...calls: Call[]): Specimen {
  return { procedure, calls };
}

/** Calls that answer what they were given. */
export function echoes(procedure: AnyProcedure, ...inputs: unknown[]): Specimen {
  return specimen(procedure, ...inputs.map((input) => ({ input, output: input })));
}

/** A procedure with a route. */
export function at(rest: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`) {
  return publicProcedure.meta({ rest, summary: rest });
}

/** Answers its input. */
export const echo = <Input>({ input }: { input: Input }): Input => input;

export function toRouter(room: Room): AnyTRPCRouter {
  return router(Object.fromEntries(Object.entries(room).map(([name, { procedure }]) => [name, procedure])));
}
