/** Held against types that openapi-typescript makes of the same document: `check` compiles where both agree. */
import type { UnknownValue } from '@portico/client/rest';

/** What of a type crosses the wire, without what only a newer server answers. */
export type Wire<Value> = Value extends string | number
  ? Value extends object
    ? never
    : Value
  : Value extends Date | bigint | URL | Blob | { readonly uri: string; readonly type: string }
    ? string
    : Value extends UnknownValue
      ? never
      : Value extends readonly (infer Item)[] | Set<infer Item>
        ? Wire<Item>[]
        : Value extends Map<infer Key, infer Held>
          ? [Wire<Key>, Wire<Held>][]
          : Value extends object
            ? { [Name in keyof Value]: Wire<Value[Name]> }
            : Value;

export type OutputOf<Operation> = Operation extends (...args: never[]) => Promise<infer Output>
  ? Output
  : never;

export type InputOf<Operation> = Operation extends (input: infer Input, options?: never) => unknown
  ? NonNullable<Input>
  : never;

/** One kind of an operation's parameters; nothing where it has none. */
export type Part<Parameters, Name extends keyof Parameters> = [NonNullable<Parameters[Name]>] extends [never]
  ? unknown
  : NonNullable<Parameters[Name]>;

/** Answers: each is the other. */
export type Agree<Ours, Theirs> = [Ours] extends [Theirs]
  ? [Theirs] extends [Ours]
    ? true
    : { readonly theirs: Theirs; readonly isNot: Ours }
  : { readonly ours: Ours; readonly isNot: Theirs };

/** Inputs: what we send is what they take, and there is nothing that we cannot send. */
export type Accept<Ours, Theirs> = [Ours] extends [Theirs]
  ? [Exclude<keyof Theirs, keyof Ours>] extends [never]
    ? true
    : { readonly missing: Exclude<keyof Theirs, keyof Ours> }
  : { readonly ours: Ours; readonly isNot: Theirs };

export declare function check<Result extends true>(): Result;
