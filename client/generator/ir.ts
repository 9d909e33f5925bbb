/** The API as printers see it: free of OpenAPI and of any language. */

/** A whole API. */
export interface Api {
  readonly title: string;
  readonly version: string;
  /** Sorted by name. */
  readonly models: readonly Model[];
  /** Sorted by id. */
  readonly procedures: readonly Procedure[];
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
  /** `PUT /posts/{id}` where REST has it too. */
  readonly rest?: string;
  /** `anyone`, or the role it takes. */
  readonly access: string;
  readonly input: Type;
  readonly inputOptional: boolean;
  /** Of a stream, one item. */
  readonly output: Type;
  /** How it answers: at once, item by item, or item by item with ids after which to go on. */
  readonly stream: 'none' | 'plain' | 'resumable';
  /** Every code it may fail with. */
  readonly errors: readonly string[];
  /** True when its input travels as multipart/form-data. */
  readonly form: boolean;
  /** True when its answer sets cookies. */
  readonly cookies: boolean;
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

/** A type. */
export type Type =
  | { readonly kind: 'scalar'; readonly name: Scalar }
  | { readonly kind: 'literals'; readonly values: readonly Literal[] }
  | { readonly kind: 'model'; readonly name: string }
  | { readonly kind: 'list' | 'set'; readonly item: Type }
  | {
      readonly kind: 'tuple';
      readonly items: readonly Type[];
      readonly required: number;
      readonly rest?: Type;
    }
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'record'; readonly key: Type; readonly value: Type; readonly partial: boolean }
  | ObjectType
  | { readonly kind: 'union' | 'intersection'; readonly parts: readonly Type[] };

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
  readonly description?: string;
  /** What the server takes where it is absent. */
  readonly default?: unknown;
}
