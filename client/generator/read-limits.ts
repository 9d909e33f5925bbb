/** JSON Schema → what must hold for a value beyond its type. */
import type { Schema } from './document.ts';
import type { Limits } from './ir.ts';

const names = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'format',
] as const satisfies readonly (keyof Limits)[];

/** The limits of a schema; undefined where it has none, as where a rich type says all. */
export function readLimits(schema: Schema): Limits | undefined {
  if (schema['x-type'] === 'bigint' || schema.prefixItems) return undefined;
  const isRich = schema['x-type'] !== undefined;
  const present = names.filter((name) => schema[name] !== undefined && !(isRich && name === 'format'));
  if (present.length === 0) return undefined;
  return Object.fromEntries(present.map((name) => [name, schema[name]]));
}
