/** JSON Schema → type. */
import type { Schema } from './document.ts';
import { GeneratorError } from './generator-error.ts';
import type { Exact, Field, Literal, Scalar, Type } from './ir.ts';
import { readLimits } from './read-limits.ts';

const referencePrefix = '#/components/schemas/';

/** Reads a schema; what has no counterpart becomes `unknown`. */
export function readType(schema: Schema | undefined): Type {
  if (!schema) return scalar('unknown');
  if (schema.$ref) return readReference(schema.$ref);
  const [exact, limits] = [readExact(schema), readLimits(schema)];
  return { ...readItself(schema), ...(exact && { exact }), ...(limits && { limits }) };
}

function readExact(schema: Schema): Exact | undefined {
  if (schema['x-coerced']) return { kind: 'anything' };
  if (schema['x-type'] === 'undefined') return { kind: 'undefined' };
  if (schema['x-type'] === 'bigint') {
    const values = schema.enum ?? ('const' in schema ? [schema.const] : []);
    return values.length === 0 ? undefined : { kind: 'bigints', values: values.map(String) };
  }
  const parts = schema['x-template']?.map((part) => (typeof part === 'string' ? part : readType(part)));
  return parts && { kind: 'template', parts };
}

function readItself(schema: Schema): Type {
  const rich = schema['x-type'] && readRich(schema, schema['x-type']);
  if (rich) return rich;
  if ('const' in schema) return { kind: 'literals', values: [schema.const as Literal] };
  if (schema.enum) return { kind: 'literals', values: schema.enum as readonly Literal[] };
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches && !schema.type) return readUnion(branches, schema.discriminator);
  if (schema.allOf && !schema.type) return { kind: 'intersection', parts: schema.allOf.map(readType) };
  if (Array.isArray(schema.type)) {
    return { kind: 'union', parts: schema.type.map((type) => readType({ ...schema, type })) };
  }
  if (schema.not) return scalar('never');
  return readPlain(schema);
}

/** Component names may hold what an address has to encode. */
function readReference(reference: string): Type {
  if (!reference.startsWith(referencePrefix)) {
    throw new GeneratorError(`The document refers to ${reference}; only named schemas can be followed`);
  }
  try {
    return { kind: 'model', name: decodeURIComponent(reference.slice(referencePrefix.length)) };
  } catch (error) {
    throw new GeneratorError(`The document refers to ${reference}, which is no address`, { cause: error });
  }
}

/** The document's own discriminator counts where it says which value means which branch. */
function readUnion(branches: readonly Schema[], discriminator: Schema['discriminator']): Type {
  const parts = branches.map(readType);
  const mapping = Object.entries(discriminator?.mapping ?? {});
  if (!discriminator || mapping.length === 0) return { kind: 'union', parts };
  const variants = mapping.map(([value, $ref]) => ({ value, type: readType({ $ref }) }));
  return { kind: 'union', parts, discriminator: { property: discriminator.propertyName, variants } };
}

/** A mark that a newer backend made counts for nothing: what remains is how the value travels. */
function readRich(schema: Schema, name: string): Type | undefined {
  switch (name) {
    case 'set':
      return { kind: 'set', item: readType(schema.items) };
    case 'map':
      return {
        kind: 'map',
        key: readType(schema.items?.prefixItems?.[0]),
        value: readType(schema.items?.prefixItems?.[1]),
      };
    case 'date':
    case 'bigint':
    case 'file':
    case 'url':
      return scalar(name);
    case 'void':
    case 'undefined':
      return scalar('nothing');
    default:
      return undefined;
  }
}

function readPlain(schema: Schema): Type {
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      return scalar(schema.type);
    case 'array':
      return readArray(schema);
    case 'object':
      return readObject(schema);
    default:
      return scalar('unknown');
  }
}

function readArray({ prefixItems, items, minItems }: Schema): Type {
  if (!prefixItems) return { kind: 'list', item: readType(items) };
  return {
    kind: 'tuple',
    items: prefixItems.map(readType),
    required: minItems ?? 0,
    ...(items && { rest: readType(items) }),
  };
}

function readObject(schema: Schema): Type {
  const { properties, required = [], additionalProperties, propertyNames } = schema;
  const rest = typeof additionalProperties === 'object' ? readType(additionalProperties) : undefined;
  if (!properties && rest) {
    const key = propertyNames ? readType(propertyNames) : scalar('string');
    return { kind: 'record', key, value: rest, partial: required.length === 0 };
  }
  const fields = Object.entries(properties ?? {}).map(([name, property]) =>
    readField(name, property, required.includes(name)),
  );
  if (schema['x-type'] === 'record') {
    return { kind: 'object', fields: fields.map((field) => ({ ...field, definite: true })) };
  }
  return { kind: 'object', fields, ...(rest && { rest }) };
}

function readField(name: string, schema: Schema, required: boolean): Field {
  const { description } = schema;
  return {
    name,
    type: readType(schema),
    required,
    ...(description !== undefined && { description }),
    ...(schema.default !== undefined && { default: schema.default }),
  };
}

function scalar(name: Scalar): Type {
  return { kind: 'scalar', name };
}
