/** What descriptions need to know of a Zod schema, read from `zod/v4/core` alone. */
import { someSchema } from '@portico/shared/decode/schema-tree';
import { z } from 'zod';
import type { $ZodObject, $ZodType, $ZodTypes } from 'zod/v4/core';

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

/** Whether a value is written as one text: it has no parts, and it is no file. */
export function isOneText(schema: $ZodType): boolean {
  return !['object', 'array', 'tuple', 'record', 'map', 'set', 'file'].includes(unwrap(schema)._zod.def.type);
}

/** One object with the properties of all; a property that several know must suit each, as in tRPC's chain. */
export function mergeObjects(objects: readonly $ZodObject[]): $ZodType {
  const shape: Record<string, $ZodType> = {};
  for (const [name, schema] of objects.flatMap((object) => Object.entries(object._zod.def.shape))) {
    const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
    shape[name] = known && known !== schema ? both(known, schema) : schema;
  }
  return z.object(shape);
}

/** Both at once; it may be left out where neither asks for it. */
function both(left: $ZodType, right: $ZodType): $ZodType {
  const intersection = z.intersection(left, right);
  const isOptional = [left, right].every(({ _zod }) => _zod.optin === 'optional');
  return isOptional ? z.optional(intersection) : intersection;
}
