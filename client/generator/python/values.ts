/** A field or a parameter: its type with everything that may be there instead. */
import type { Field } from '../nominal/nominal-api.ts';
import { literal } from './text.ts';
import { annotation, codec, type Types } from './types.ts';

/** What a field is in Python. */
export interface Value {
  readonly annotation: string;
  /** What it is where nobody says; undefined where somebody must. */
  readonly fallback: string | undefined;
  readonly codec: string;
}

/** @param required whether it must be there */
export function readValue(field: Field, types: Types, required = field.required): Value {
  const base = fixed(field) ?? annotation(field.type, types);
  const parts = [base, ...(field.nullable ? ['None'] : []), ...(required ? [] : ['Unset'])];
  const inner = codec(field.type, types);
  return {
    annotation:
      parts.length === 1
        ? base
        : parts.join() === `${base},None`
          ? `Optional[${base}]`
          : `Union[${parts.join(', ')}]`,
    fallback: required ? onlyValue(field) : 'UNSET',
    codec: field.nullable ? `nullable(${inner})` : inner,
  };
}

/** Of a field with one value, its type. Python knows no literal fractions. */
function fixed({ constant, type }: Field): string | undefined {
  const isLiteral = type.kind === 'scalar' && ['string', 'integer', 'boolean'].includes(type.name);
  return constant !== undefined && isLiteral ? `Literal[${literal(constant)}]` : undefined;
}

function onlyValue(field: Field): string | undefined {
  return field.constant !== undefined && !field.nullable && fixed(field)
    ? literal(field.constant)
    : undefined;
}
