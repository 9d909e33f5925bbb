/**
 * The API for languages in which a type has a name: what REST serves, every object, enum and union declared once.
 *
 * Names of types are in Pascal case and unique in one API. Names of fields, values and operations are those of the wire:
 * a printer writes them in its language's manner (see `nameScope` in `naming.ts`).
 */
import type { Answer, ErrorCode, Literal, Procedure, Route, Tokens } from '../ir.ts';

/** A whole API. */
export interface NominalApi {
  readonly title: string;
  readonly version: string;
  /** Where the routes begin, on the server or absolute: `/api`. */
  readonly basePath: string;
  /** In an order that stays: models by name, each followed by what it holds, then what operations hold. */
  readonly declarations: readonly Declaration[];
  /** What REST serves, sorted by id. */
  readonly operations: readonly Operation[];
  /** The codes that operations fail with, sorted; a server may answer others. */
  readonly errors: readonly ErrorCode[];
  /** Present where access tokens are served; each id is one of `operations`. */
  readonly tokens?: Tokens;
}

/** A type with a name. There are no aliases: what has no parts of its own is written where it is used. */
export type Declaration = ObjectDeclaration | EnumDeclaration | UnionDeclaration;

interface Declared {
  /** Unique, in Pascal case: `Post`, `PostStatus`, `PostsUpdateInput`. */
  readonly name: string;
  /** Markdown, may be empty. */
  readonly description: string;
  /** Whether some operation takes it: an encoder is needed. */
  readonly input: boolean;
  /** Whether some operation answers it: a decoder is needed, and what it does not know must survive. */
  readonly output: boolean;
}

/** A JSON object with known fields, and perhaps others. */
export interface ObjectDeclaration extends Declared {
  readonly kind: 'object';
  readonly fields: readonly Field[];
  /** Type of the fields beyond the known ones, where the schema speaks of them. */
  readonly rest?: Ref;
  /** The id of the operation whose input this is and nothing else: a printer with named arguments may leave it out. */
  readonly inputOf?: string;
}

/** A field of an object. Absent and null are two things: any combination of `required` and `nullable` occurs. */
export interface Field {
  /** On the wire. */
  readonly name: string;
  /** Without null, which `nullable` tells. */
  readonly type: Ref;
  /** Whether it must be there. */
  readonly required: boolean;
  /** Whether it may be null. */
  readonly nullable: boolean;
  readonly description: string;
  /** The one value that it has, such as the tag of a union's variant; `type` is the scalar that holds it. */
  readonly constant?: string | number | boolean;
  /** What the server takes where an input leaves it out. */
  readonly default?: unknown;
}

/** One of several values; open: a newer server may answer others, which must survive. */
export interface EnumDeclaration extends Declared {
  readonly kind: 'enum';
  readonly base: 'string' | 'integer' | 'number';
  /** At least two, none alike. */
  readonly values: readonly (string | number)[];
}

/** One of several types; open: a newer server may answer others, which must survive as JSON. */
export interface UnionDeclaration extends Declared {
  readonly kind: 'union';
  /** The field whose value tells the variant; null where the first variant that fits is taken, in order. */
  readonly discriminator: string | null;
  readonly variants: readonly Variant[];
}

/** A part of a union. */
export interface Variant {
  /** Unique in its union, in Pascal case: `Created`, `Text`. */
  readonly name: string;
  /** Values of the discriminator that mean it; empty where there is none. */
  readonly values: readonly Literal[];
  /** With a discriminator always the name of an object or of another union. */
  readonly type: Ref;
}

/** Values that have no parts. On the wire a date is RFC 3339 text, a bigint decimal text, a url text. */
export type ScalarName =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'bigint'
  | 'url'
  /** Only in the fields of multipart bodies. */
  | 'file';

/** A type where it is used. */
export type Ref =
  | { readonly kind: 'scalar'; readonly name: ScalarName }
  /** A declaration's name. */
  | { readonly kind: 'named'; readonly name: string }
  /** Both are JSON arrays. */
  | { readonly kind: 'list' | 'set'; readonly item: Ref }
  /** A JSON array of `[key, value]` arrays. */
  | { readonly kind: 'map'; readonly key: Ref; readonly value: Ref }
  /** A JSON object with any keys; `key` is how a program reads them: text, a named enum, an integer. */
  | { readonly kind: 'record'; readonly key: Ref; readonly value: Ref }
  /** A JSON array; the first `required` items are always there, then come any number of `rest`. */
  | { readonly kind: 'tuple'; readonly items: readonly Ref[]; readonly required: number; readonly rest?: Ref }
  /** Never in itself, never the type of a field (which has `nullable`). */
  | { readonly kind: 'nullable'; readonly type: Ref }
  /** Any JSON: what no type describes. */
  | { readonly kind: 'json' };

/** An operation that REST serves. */
export interface Operation
  extends Pick<
    Procedure,
    | 'id'
    | 'summary'
    | 'description'
    | 'access'
    | 'stream'
    | 'errors'
    | 'idempotent'
    | 'repeatable'
    | 'deprecated'
  > {
  /** What comes before the last dot of the id: `['posts']`; empty for an operation at the root. */
  readonly group: readonly string[];
  /** What comes after the last dot of the id: `update`. */
  readonly name: string;
  /** The id as part of a type's name, unique: `PostsUpdate`. */
  readonly typeName: string;
  readonly route: Route;
  readonly sunset?: string;
  /** Null when it takes nothing. */
  readonly input: OperationInput | null;
  readonly answer: Answer;
  /** Type of the JSON, or of each item of a stream; null for every other answer. */
  readonly output: Ref | null;
  /** Present when it answers pages, for iteration over all of them. */
  readonly paged?: OperationPages;
  /** Whether its answer sets or ends the session's cookie. */
  readonly cookies: boolean;
}

/** What an operation takes. */
export interface OperationInput {
  /** Name of the object declaration with the same fields. */
  readonly name: string;
  /** Whether the call may leave the whole input out: it is optional, or none of its fields is required. */
  readonly optional: boolean;
  readonly fields: readonly InputField[];
}

/** A field of an input, and where it travels: in the path, in the query, or in the body (JSON or form, see `route.body`). */
export interface InputField extends Field {
  readonly in: 'path' | 'query' | 'body';
}

/** Names of the fields that lead from page to page, and the type of an item. */
export interface OperationPages {
  /** Field of the input. */
  readonly cursor: string;
  /** Field of the output. */
  readonly items: string;
  /** Field of the output, null on the last page. */
  readonly next: string;
  readonly item: Ref;
}
