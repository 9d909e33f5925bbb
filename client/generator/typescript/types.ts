/** Types → TypeScript. */
import type { Field, Scalar, Type } from '../ir.ts';
import { docComment, indent, propertyName, quote } from './text.ts';

const scalars: Readonly<Record<Scalar, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
  date: 'Date',
  bigint: 'bigint',
  // A model may be called File, which would hide the global one.
  file: 'globalThis.File',
  url: 'globalThis.URL',
  nothing: 'void',
  unknown: 'unknown',
  never: 'never',
};

/** Writes a type as an expression. */
export function typeExpression(type: Type): string {
  switch (type.kind) {
    case 'scalar':
      return scalars[type.name];
    case 'literals':
      return type.values
        .map((value) => (typeof value === 'string' ? quote(value) : String(value)))
        .join(' | ');
    case 'model':
      return type.name;
    case 'list':
      return `${operand(type.item)}[]`;
    case 'set':
      return `Set<${typeExpression(type.item)}>`;
    case 'map':
      return `Map<${typeExpression(type.key)}, ${typeExpression(type.value)}>`;
    case 'record':
      return record(type.key, type.value, type.partial);
    case 'tuple':
      return tuple(type.items, type.required, type.rest);
    case 'object':
      return objectBody(type.fields, type.rest);
    case 'union':
      return type.parts.map(operand).join(' | ') || 'never';
    case 'intersection':
      return type.parts.map(operand).join(' & ') || 'unknown';
  }
}

/** The braces of an object type with its documented fields. */
export function objectBody(fields: readonly Field[], rest?: Type): string {
  const lines = fields.flatMap(field);
  if (rest) lines.push(`[key: string]: ${typeExpression(rest)};`);
  return lines.length === 0 ? 'Record<string, never>' : `{\n${indent(lines.join('\n'))}\n}`;
}

function field({ name, type, required, description = '', default: fallback }: Field): string[] {
  const absent = fallback === undefined ? '' : `(default \`${JSON.stringify(fallback)}\`)`;
  const text = typeExpression(type);
  const declaration = required
    ? `${propertyName(name)}: ${text};`
    : `${propertyName(name)}?: ${text} | undefined;`;
  return [...docComment([`${description} ${absent}`]), declaration];
}

function record(key: Type, value: Type, partial: boolean): string {
  const text = `Record<${typeExpression(key)}, ${typeExpression(value)}>`;
  return partial && key.kind !== 'scalar' ? `Partial<${text}>` : text;
}

function tuple(items: readonly Type[], required: number, rest?: Type): string {
  const parts = items.map((item, index) => (index < required ? typeExpression(item) : `${operand(item)}?`));
  return `[${[...parts, ...(rest ? [`...${operand(rest)}[]`] : [])].join(', ')}]`;
}

/** In parentheses where it would otherwise bind differently. */
function operand(type: Type): string {
  const text = typeExpression(type);
  const several =
    type.kind === 'literals' ? type.values.length > 1 : 'parts' in type && type.parts.length > 1;
  return several ? `(${text})` : text;
}
