/** A procedure of the gallery, and calls that must go through both doors alike. */
import type { AnyProcedure } from '@trpc/server';
import { publicProcedure, router } from '../../../server/src/engine/procedure/procedure.ts';

/** One call of a specimen. */
export interface Call {
  /** As a program writes it: dates, bigints, sets and files are what they are. */
  readonly input?: unknown;
  /** What RPC answers; REST answers the same as plain JSON. */
  readonly output: unknown;
}

export interface Specimen<Procedure extends AnyProcedure = AnyProcedure> {
  readonly procedure: Procedure;
  readonly calls: readonly Call[];
}

/** Specimens by name. */
export type Room = Readonly<Record<string, Specimen>>;

export function specimen<Procedure extends AnyProcedure>(
  procedure: Procedure,
  ...calls: Call[]
): Specimen<Procedure> {
  return { procedure, calls };
}

/** Calls that answer what they were given. */
export function echoes<Procedure extends AnyProcedure>(
  procedure: Procedure,
  ...inputs: unknown[]
): Specimen<Procedure> {
  return specimen(procedure, ...inputs.map((input) => ({ input, output: input })));
}

/** A procedure with a route. */
export function at(rest: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`) {
  return publicProcedure.meta({ rest, summary: rest });
}

/** Answers its input, whatever the output's schema makes of it. */
export const echo = ({ input }: { input: unknown }): never => input as never;

/** The procedures of a room. */
type Procedures<R extends Room> = { [Name in keyof R]: R[Name]['procedure'] };

export function toRouter<R extends Room>(room: R) {
  const entries = Object.entries(room).map(([name, { procedure }]) => [name, procedure]);
  return router(Object.fromEntries(entries) as Procedures<R>);
}
