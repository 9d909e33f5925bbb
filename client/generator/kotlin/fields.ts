/** A field as a parameter, as what is read and as what is written. */
import type { Field } from '../nominal/nominal-api.ts';
import { quote } from './text.ts';
import { reader, type Types, typeName, writer } from './types.ts';

/** A field with its name in Kotlin. */
export interface NamedField {
  readonly field: Field;
  readonly name: string;
}

/** `title: String? = null`: absent is null, but where null is a value of its own. */
export function parameter({ field, name }: NamedField, types: Types): string {
  const type = typeName(field.type, types);
  if (field.required) {
    const fixed = constantLiteral(field);
    return `${name}: ${type}${field.nullable ? '?' : ''}${fixed === undefined ? '' : ` = ${fixed}`}`;
  }
  return field.nullable ? `${name}: Field<${type}?> = Field.Absent` : `${name}: ${type}? = null`;
}

function constantLiteral({ constant, type }: Field): string | undefined {
  if (constant === undefined) return undefined;
  if (typeof constant === 'string') return quote(constant);
  if (typeof constant === 'boolean') return String(constant);
  return type.kind === 'scalar' && type.name === 'integer' ? `${constant}L` : doubleLiteral(constant);
}

/** `1` → `1.0`: Kotlin makes no Double of a whole number's literal. */
export function doubleLiteral(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** How a field is read by an `ObjectReader`. @param isStrict whether a constant must be what it is */
export function readField({ field }: NamedField, types: Types, isStrict: boolean): string {
  const { constant, nullable, required } = field;
  const fixed = constant === undefined ? undefined : constantJson(field);
  const plain = reader(field.type, types);
  const expression = isStrict && fixed ? plain.replace(/^it\./, `it.only(${fixed}).`) : plain;
  const method = required ? 'required' : nullable ? 'field' : 'optional';
  const read = nullable ? `it.orNull { ${expression} }` : expression;
  return `${method}(${quote(field.name)}) { ${read} }`;
}

function constantJson(field: Field): string | undefined {
  const literal = constantLiteral(field);
  if (literal === undefined) return undefined;
  const kind = { string: 'String', boolean: 'Boolean', number: 'Number' }[typeof field.constant as string];
  return `Json${kind}(${literal})`;
}

/** How a field is written by an `ObjectWriter`. */
export function writeField({ field, name }: NamedField, types: Types, within = 'this.'): string {
  const { nullable, required, type } = field;
  const key = quote(field.name);
  if (required) {
    const ref = nullable ? ({ kind: 'nullable', type } as const) : type;
    return `put(${key}, ${writer(ref, `${within}${name}`, types)})`;
  }
  const write = nullable ? writer({ kind: 'nullable', type }, 'it', types) : writer(type, 'it', types);
  return `${nullable ? 'field' : 'optional'}(${key}, ${within}${name}) { ${write} }`;
}

/** A field's description, and what the server takes where it is absent. */
export function fieldText({ description, default: fallback, type }: Field): string {
  const address = type.kind === 'scalar' && type.name === 'url' ? 'An address' : '';
  const text = description || address;
  return fallback === undefined ? text : `${text} (default \`${JSON.stringify(fallback)}\`)`.trim();
}
