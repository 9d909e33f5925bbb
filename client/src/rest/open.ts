/** Types of what a newer server may answer: this client passes it on as it came. */

/** One of the known values, or another of their kind. */
export type Open<Known extends string | number> = Known | (Known extends string ? string & {} : number & {});

declare const unknown: unique symbol;

/** Text, of which the compiler knows only that it is none of the known values: `String(tag)` reads it. */
export interface UnknownTag {
  readonly [unknown]: true;
  toString(): string;
}

/** A part of a union that this client does not know: its fields can be read, their types are not known. */
export type UnknownVariant<Tag extends string> = { readonly [Name in Tag]: UnknownTag } & {
  readonly [name: string]: unknown;
};

/** A value that is none of the known types. */
export interface UnknownValue {
  readonly [unknown]: true;
}
