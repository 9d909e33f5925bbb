/** Compares the types of two routers, such as the served one and its generated declaration. */
import type { AnyTRPCProcedure, inferProcedureInput, inferProcedureOutput } from '@trpc/server';

type IsAny<T> = 0 extends 1 & T ? true : false;

/**
 * Whether a value of one type can stand where the other is asked for, in both directions. `any` is only `any`; as the second it
 * is `unknown` too, to which and from which it can be assigned.
 */
export type Same<A, B> =
  IsAny<A> extends true
    ? IsAny<B>
    : IsAny<B> extends true
      ? IsWithin<unknown, A>
      : IsWithin<A, B> extends true
        ? IsWithin<B, A>
        : false;

type IsWithin<A, B> = [A] extends [B] ? true : false;

/** The codes of the problems that a call may fail with. */
type CodeOf<Procedure extends AnyTRPCProcedure> = Procedure['_def']['$types']['errorShape'] extends {
  data: { problem: { code: infer Code } };
}
  ? Code
  : never;

/** What differs between two procedures: `input`, `output`, or `errors` where one fails as the other never does. */
export type Difference<A extends AnyTRPCProcedure, B extends AnyTRPCProcedure> =
  | (Same<inferProcedureInput<A>, inferProcedureInput<B>> extends true ? never : 'input')
  | (Same<inferProcedureOutput<A>, inferProcedureOutput<B>> extends true ? never : 'output')
  | ([CodeOf<A>] extends [CodeOf<B>] ? never : 'errors');

/** The record of a router that is loaded when it is needed. */
type Loaded<T> = T extends () => Promise<{ _def: { record: infer Record } }> ? Record : T;

/**
 * The paths at which two routers' records differ, with what differs: `posts.get: output`; `posts.list: missing` where only
 * one has it. The errors of `A` are those that `B` has, or fewer.
 */
export type Differences<A, B, Path extends string = ''> = {
  [Name in keyof (A & B) & string]: Name extends keyof A & keyof B
    ? A[Name] extends AnyTRPCProcedure
      ? B[Name] extends AnyTRPCProcedure
        ? `${Path}${Name}: ${Difference<A[Name], B[Name]>}`
        : `${Path}${Name}: missing`
      : Differences<Loaded<A[Name]>, Loaded<B[Name]>, `${Path}${Name}.`>
    : `${Path}${Name}: missing`;
}[keyof (A & B) & string];

/** The procedure of a record at a path; `never` where there is none. */
export type At<Record, Path extends readonly string[]> = Path extends readonly [
  infer Name extends string,
  ...infer Rest extends readonly string[],
]
  ? Loaded<Record> extends { [Key in Name]: infer Part }
    ? At<Part, Rest>
    : never
  : Record;
