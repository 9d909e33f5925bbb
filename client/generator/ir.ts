/** The API as printers see it: free of OpenAPI and of any language. */

/** A whole API. */
export interface Api {
  readonly title: string;
  readonly version: string;
  /** Where the routes begin, on the server or absolute: `/api`. */
  readonly basePath: string;
  /** Sorted by name. */
  readonly models: readonly Model[];
  /** Sorted by id. */
  readonly procedures: readonly Procedure[];
  /** Every code that some route fails with, sorted; clients take unknown ones for what their status says. */
  readonly errors: readonly ErrorCode[];
  /** Present where access tokens are served. */
  readonly tokens?: Tokens;
}

/** A kind of failure. */
export interface ErrorCode {
  /** `not_found` */
  readonly code: string;
  readonly status: number;
  /** One sentence for a person. */
  readonly title: string;
}

/** Ids of the procedures that make, renew and end an access token. */
export interface Tokens {
  readonly create: string;
  readonly refresh: string;
  readonly revoke: string;
}

/** A named type. */
export interface Model {
  readonly name: string;
  readonly description: string;
  readonly type: Type;
}

/** One procedure. */
export interface Procedure {
  /** `posts.update` */
  readonly id: string;
  /** Its id as part of a type's name, no two alike: `PostsUpdate`. */
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly summary: string;
  /** Markdown; empty where its author says no more than the summary. */
  readonly description: string;
  /** Absent where RPC alone serves it. */
  readonly route?: Route;
  /** `anyone`, or the role it takes. */
  readonly access: string;
  readonly input: Type;
  readonly inputOptional: boolean;
  /** Of a stream, one item. */
  readonly output: Type;
  /** True when it may answer undefined all the same. */
  readonly outputOptional: boolean;
  /** How it answers: at once, item by item, or item by item with ids after which to go on. */
  readonly stream: 'none' | 'plain' | 'resumable';
  /** Every code it may fail with. */
  readonly errors: readonly string[];
  /** True when its input travels as multipart/form-data. */
  readonly form: boolean;
  /** True when its answer sets cookies. */
  readonly cookies: boolean;
  /** True when it takes an `Idempotency-Key`. */
  readonly idempotent: boolean;
  /** True when a call that may have arrived can be sent again: it changes nothing, or travels under a key. */
  readonly repeatable: boolean;
  readonly deprecated: boolean;
  /** When it stops to answer, as RFC 3339. */
  readonly sunset?: string;
  /** Present when it answers pages. */
  readonly paged?: Paged;
}

/** How REST serves a procedure. Fields of the input that are not in `params` come in the query, or in the body where there is one. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/posts/{id}` */
  readonly path: string;
  /** Fields of the input that the path names, in its order. */
  readonly params: readonly string[];
  /** Of a success. */
  readonly status: number;
  /** `form` is multipart/form-data, since a field may be a file. */
  readonly body: 'none' | 'json' | 'form';
  readonly answer: Answer;
}

/** What a success carries. `output` is the type of `json`, and of one item of `stream`. */
export type Answer = 'json' | 'none' | 'file' | 'text' | 'html' | 'redirect' | 'stream';

/** Names of the fields that lead from page to page. */
export interface Paged {
  /** Of the input. */
  readonly cursor: string;
  /** Of the output: the list. */
  readonly items: string;
  /** Of the output: the cursor of the next page, null on the last. */
  readonly next: string;
  /** Type of one item. */
  readonly item: Type;
}

/** Names of the types without parts. */
export type Scalar =
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'null'
  | 'date'
  | 'bigint'
  | 'file'
  | 'url'
  | 'nothing'
  | 'unknown'
  | 'never';

/** A value that stands for itself. */
export type Literal = string | number | boolean | null;

/** A type, and what is noted beside it. */
export type Type = TypeItself & {
  /** What the declaration for TypeScript says instead. */
  readonly exact?: Exact;
  /** What else must hold for its values. */
  readonly limits?: Limits;
};

/** What TypeScript can say more exactly than other languages. */
export type Exact =
  /** Undefined, and not merely nothing. */
  | { readonly kind: 'undefined' }
  /** Anything: the server makes of it what the type says. */
  | { readonly kind: 'anything' }
  /** These bigints alone, in decimal. */
  | { readonly kind: 'bigints'; readonly values: readonly string[] }
  /** Text put together of fixed parts and of values. */
  | { readonly kind: 'template'; readonly parts: readonly (string | Type)[] };

/** Limits of values by their names in JSON Schema. @see https://json-schema.org/draft/2020-12/json-schema-validation */
export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
}

type TypeItself =
  | { readonly kind: 'scalar'; readonly name: Scalar }
  | { readonly kind: 'literals'; readonly values: readonly Literal[] }
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'list' | 'set'; readonly item: Type }
  | TupleType
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'record'; readonly key: Type; readonly value: Type; readonly partial: boolean }
  | ObjectType
  | UnionType
  | { readonly kind: 'intersection'; readonly parts: readonly Type[] };

/** One of several types. */
export interface UnionType {
  readonly kind: 'union';
  readonly parts: readonly Type[];
  /** Present where a field of every part (but null) tells them apart. */
  readonly discriminator?: Discriminator;
}

/** Tells the parts of a union apart. */
export interface Discriminator {
  readonly property: string;
  /** No value twice; a part may have several. */
  readonly variants: readonly { readonly value: Literal; readonly type: Type }[];
}

/** A list whose first items have types of their own. */
export interface TupleType {
  readonly kind: 'tuple';
  readonly items: readonly Type[];
  /** How many there are at least. */
  readonly required: number;
  /** Of the items beyond those. */
  readonly rest?: Type;
}

/** An object with known keys, and perhaps others. */
export interface ObjectType {
  readonly kind: 'object';
  readonly fields: readonly Field[];
  readonly rest?: Type;
}

/** A property of an object. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  /** Present where it may be absent, but not undefined. */
  readonly definite?: true;
  readonly description?: string;
  /** What the server takes where it is absent. */
  readonly default?: unknown;
}
