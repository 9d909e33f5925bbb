/** Writes an output as plain JSON. */
import { someSchema } from '@portico/shared/decode/schema-tree';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';

/** Schemas whose values JSON can write by itself, dates included. */
const plainTypes = new Set([
  ...['object', 'array', 'tuple', 'record', 'union', 'intersection', 'enum', 'literal', 'template_literal'],
  ...['string', 'number', 'boolean', 'null', 'undefined', 'date', 'nan', 'void', 'never'],
  ...['optional', 'nonoptional', 'nullable', 'default', 'prefault', 'catch', 'readonly', 'pipe', 'lazy'],
]);

const writers = new WeakMap<$ZodType, (value: unknown) => string>();

/** Writes dates as RFC 3339, bigints as text, sets as arrays, maps as entries; nothing at all as null. */
export function toJson(schema: $ZodType, value: unknown): string {
  const write = writers.get(schema) ?? createWriter(schema);
  writers.set(schema, write);
  return write(value);
}

/** A replacer makes JSON.stringify several times slower, so only outputs that need it pay for it. */
function createWriter(schema: $ZodType): (value: unknown) => string {
  const isSpecial = ({ _zod }: $ZodTypes) => !plainTypes.has(_zod.def.type) || holdsBigint(_zod.def);
  const replacer = someSchema(schema, isSpecial) ? replaceRich : undefined;
  return (value) => JSON.stringify(value, replacer) ?? 'null';
}

function holdsBigint(def: $ZodTypes['_zod']['def']): boolean {
  return def.type === 'literal' && def.values.some((value) => typeof value === 'bigint');
}

function replaceRich(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Set || value instanceof Map ? [...value] : value;
}
