/** Types in words, for sentences about changes. */
import type { Literal, Type } from '../ir.ts';

const scalars = {
  string: 'text',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  null: 'null',
  date: 'a date',
  bigint: 'a bigint',
  file: 'a file',
  url: 'an address',
  nothing: 'nothing',
  unknown: 'anything',
  never: 'nothing at all',
} as const;

/** `a list`, `one of "a", "b"`, `Post`. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case 'scalar':
      return scalars[type.name];
    case 'literals':
      return type.values.length === 1
        ? valueText(type.values[0] ?? null)
        : `one of ${type.values.map(valueText).join(', ')}`;
    case 'model':
      return type.name;
    case 'object':
    case 'intersection':
      return 'an object';
    case 'union':
      return 'one of several types';
    default:
      return `a ${type.kind}`;
  }
}

/** A value as JSON in backticks. */
export function valueText(value: Literal): string {
  return `\`${JSON.stringify(value)}\``;
}
