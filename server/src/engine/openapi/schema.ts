/** JSON Schema as the document uses it. */

/** Which side of a schema: what is accepted, or what comes out. */
export type Side = 'input' | 'output';

/**
 * TypeScript values that plain JSON cannot express; how each travels is the schema around the mark. A `record` is an
 * object whose keys, where they are optional, may be absent but not undefined.
 */
export type RichType = 'date' | 'bigint' | 'set' | 'map' | 'file' | 'url' | 'void' | 'undefined' | 'record';

/**
 * A schema object of OpenAPI 3.1.
 * @see https://json-schema.org/draft/2020-12/schema
 */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  contentEncoding?: string;
  contentMediaType?: string;
  /** Of server-sent events: the JSON in the `data` of each. */
  contentSchema?: Schema;
  readOnly?: boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  discriminator?: Discriminator;
  /** The TypeScript value behind it, for the generators. */
  'x-type'?: RichType;
  /** True where anything is taken, and made into what the schema says. */
  'x-coerced'?: true;
  /** The parts of a text put together by a pattern: fixed text, and schemas of what stands between. */
  'x-template'?: (string | Schema)[];
}

/** Tells the branches of a union apart. @see https://spec.openapis.org/oas/v3.1.1#discriminator-object */
export interface Discriminator {
  propertyName: string;
  mapping?: Record<string, string>;
}
