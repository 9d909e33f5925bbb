/** Types → TypeScript. */
import type { Field, ObjectType, Scalar, Type } from '../ir.ts';
import { exactExpression } from './exact.ts';
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
  const exact = type.exact && exactExpression(type.exact, typeExpression);
  if (exact) return exact;
  switch (type.kind) {
    case 'scalar':
      return scalars[type.name];
    case 'literals': {
      const values = type.values.map((value) => (typeof value === 'string' ? quote(value) : String(value)));
      return values.join(' | ') || 'never';
    }
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
      return object(type);
    case 'union':
      return type.parts.map(operand).join(' | ') || 'never';
    case 'intersection':
      return type.parts.map(operand).join(' & ') || 'unknown';
  }
}

/** Whether an object can be an interface: what it says of all keys holds for those that it names. */
export function isInterface({ fields, rest }: ObjectType): boolean {
  return fields.length > 0 && (!rest || (rest.kind === 'scalar' && rest.name === 'unknown'));
}

function object(type: ObjectType): string {
  const { fields, rest } = type;
  if (!rest || fields.length === 0 || isInterface(type)) return objectBody(type);
  return `${objectBody({ kind: 'object', fields })} & ${objectBody({ kind: 'object', fields: [], rest })}`;
}

/** The braces of an object type with its documented fields. */
export function objectBody({ fields, rest }: ObjectType): string {
  const lines = fields.flatMap(field);
  if (rest) lines.push(`[key: string]: ${typeExpression(rest)};`);
  return lines.length === 0 ? 'Record<string, never>' : `{\n${indent(lines.join('\n'))}\n}`;
}

function field({ name, type, required, definite, description = '', default: fallback }: Field): string[] {
  const absent = fallback === undefined ? '' : `(default \`${JSON.stringify(fallback)}\`)`;
  const text = typeExpression(type);
  const declaration = required
    ? `${propertyName(name)}: ${text};`
    : `${propertyName(name)}?: ${definite ? text : `${text} | undefined`};`;
  return [...docComment([`${description} ${absent}`]), declaration];
}

/** By any key it may hold itself, which `Record` cannot. */
function record(key: Type, value: Type, partial: boolean): string {
  if (key.kind === 'scalar' && key.name === 'string') return `{ [key: string]: ${typeExpression(value)} }`;
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
  if (type.exact?.kind === 'bigints' && type.exact.values.length > 1) return `(${text})`;
  const several =
    type.kind === 'literals'
      ? type.values.length > 1
      : type.kind === 'object'
        ? text.includes('} & {')
        : 'parts' in type && type.parts.length > 1;
  return several ? `(${text})` : text;
}
