/** What descriptions need to know of a Zod schema, read from `zod/v4/core` alone. */
import { someSchema } from '@portico/shared/decode/schema-tree';
import { z } from 'zod';
import type { $ZodObject, $ZodShape, $ZodType, $ZodTypes } from 'zod/v4/core';

/** Looks through what does not change the outline: preprocessing, optionality, defaults. */
export function unwrap(schema: $ZodType): $ZodType {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'pipe':
      return unwrap(def.in._zod.def.type === 'transform' ? def.out : def.in);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'catch':
    case 'readonly':
      return unwrap(def.innerType);
    case 'lazy':
      return unwrap(def.getter());
    default:
      return schema;
  }
}

/** The object inside a schema, if it is one. */
export function asObject(schema: $ZodType): $ZodObject | undefined {
  const inner = unwrap(schema);
  return inner._zod.def.type === 'object' ? (inner as $ZodObject) : undefined;
}

/** Whether an object refuses unknown keys. */
export function isStrict(schema: $ZodObject): boolean {
  return schema._zod.def.catchall?._zod.def.type === 'never';
}

/** Whether a schema is `z.void()` or `z.undefined()`. */
export function isNothing(schema: $ZodType): boolean {
  const { type } = schema._zod.def;
  return type === 'void' || type === 'undefined';
}

/** Whether a schema, or anything it is made of, is a file. */
export function holdsFile(schema: $ZodType): boolean {
  return someSchema(schema, ({ _zod }) => _zod.def.type === 'file');
}

/** One object with the properties of all; later ones win, as tRPC merges chained inputs. */
export function mergeObjects(objects: readonly $ZodObject[]): $ZodType {
  const shape: $ZodShape = Object.assign({}, ...objects.map((object) => object._zod.def.shape));
  return z.object(shape);
}
