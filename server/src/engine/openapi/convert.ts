/** Zod schema → JSON Schema, with the one override that makes every type we use representable. */
import { z } from 'zod';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import { refineDefault } from './default-value.ts';
import { exactMarks } from './exact.ts';
import { type Metadata, withRecursion } from './recursion.ts';
import type { RichType, Schema, Side } from './schema.ts';

/** A converted schema; its references point to `#/$defs/<id>` for the ids in `defs`. */
export interface Converted {
  readonly schema: Schema;
  /** Schemas with an id of their own, met on the way. */
  readonly defs: Readonly<Record<string, Schema>>;
}

/**
 * Converts one schema. Schemas with an id (`.meta({ id })`) become references.
 * @param metadata where ids are looked up
 */
export function convert(schema: $ZodType, side: Side, metadata: Metadata = withRecursion([])): Converted {
  return convertPart(schema, side, metadata, new Set([schema]));
}

/** @param within schemas whose conversion this is part of: a reference to one with an id will lead somewhere */
function convertPart(
  schema: $ZodType,
  side: Side,
  metadata: Metadata,
  within: ReadonlySet<$ZodType>,
): Converted {
  const nested: Record<string, Schema> = {};
  const child = (type: $ZodType): Schema => {
    const id = within.has(type) ? metadata.get(type)?.id : undefined;
    if (typeof id === 'string') return { $ref: `#/$defs/${id}` };
    const converted = convertPart(type, side, metadata, new Set([...within, type]));
    Object.assign(nested, converted.defs);
    return converted.schema;
  };
  const {
    $schema: _,
    $defs,
    ...rest
  } = z.toJSONSchema(schema, {
    io: side,
    metadata,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => refine(zodSchema, jsonSchema as Schema, side, child),
  });
  return { schema: rest as Schema, defs: { ...nested, ...($defs as Record<string, Schema> | undefined) } };
}

/** Adds what Zod leaves out and drops what would only be noise or a promise we do not make. */
function refine(type: $ZodTypes, schema: Schema, side: Side, child: (type: $ZodType) => Schema): void {
  refineDefault(type, schema, side);
  if (schema.$ref) return;
  delete schema.readOnly;
  Object.assign(schema, richSchema(type, schema, child), exactMarks(type, side, child));
  if (type._zod.def.type === 'union') addDiscriminator(type, schema);
  if (type._zod.def.type === 'file') delete schema.contentEncoding;
  if (schema.type === 'integer') dropSafeRange(schema);
  if (schema.type === 'string' && schema.format) delete schema.pattern;
  if (schema.propertyNames?.enum) nameProperties(schema, schema.propertyNames.enum);
  if (schema.propertyNames && JSON.stringify(schema.propertyNames) === '{"type":"string"}') {
    delete schema.propertyNames;
  }
  // Outputs stay open, so that old clients survive a new field.
  if (side === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
}

function richSchema(type: $ZodTypes, schema: Schema, child: (type: $ZodType) => Schema): Schema {
  const { def } = type._zod;
  switch (def.type) {
    case 'date':
      return rich('date', { type: 'string', format: 'date-time' });
    case 'bigint':
      return rich('bigint', { type: 'string', pattern: '^-?[0-9]+$' });
    case 'set':
      return rich('set', { type: 'array', uniqueItems: true, items: child(def.valueType) });
    case 'map':
      return rich('map', { type: 'array', items: entry(child(def.keyType), child(def.valueType)) });
    case 'file':
      return rich('file', {});
    case 'void':
    case 'undefined':
      return rich(def.type, {});
    case 'literal':
      return exactLiteral(def.values, schema);
    case 'custom':
      return type._zod.bag.Class === URL ? rich('url', { type: 'string', format: 'uri' }) : {};
    default:
      return {};
  }
}

/** A bigint is text in JSON, also where only some are taken. */
function exactLiteral(values: readonly unknown[], schema: Schema): Schema {
  const bigints = values.filter((value) => typeof value === 'bigint').map(String);
  if (bigints.length === 0) return {};
  delete schema.const;
  delete schema.enum;
  delete schema.type;
  const [only, ...more] = bigints;
  const text = rich('bigint', {
    type: 'string',
    ...(more.length === 0 ? { const: only } : { enum: bigints }),
  });
  const others = values.filter((value) => typeof value !== 'bigint');
  return others.length === 0 ? text : { anyOf: [text, { enum: others }] };
}

function rich(name: RichType, schema: Schema): Schema {
  return { ...schema, 'x-type': name };
}

function entry(key: Schema, value: Schema): Schema {
  return { type: 'array', prefixItems: [key, value], minItems: 2, maxItems: 2 };
}

/** A record whose keys are known is an object. */
function nameProperties(schema: Schema, names: readonly unknown[]): void {
  const { additionalProperties } = schema;
  if (typeof additionalProperties !== 'object') return;
  schema.properties = Object.fromEntries(names.map((name) => [String(name), additionalProperties]));
  schema.additionalProperties = false;
  schema['x-type'] = 'record';
  delete schema.propertyNames;
}

/** OpenAPI allows a discriminator only where every branch is a named schema. */
function addDiscriminator(type: $ZodTypes, schema: Schema): void {
  const { def } = type._zod;
  if (def.type !== 'union' || !('discriminator' in def) || typeof def.discriminator !== 'string') return;
  const mapping: Record<string, string> = {};
  for (const [index, option] of def.options.entries()) {
    const ref = schema.oneOf?.[index]?.$ref;
    if (!ref) return;
    for (const value of option._zod.propValues?.[def.discriminator] ?? []) mapping[String(value)] = ref;
  }
  schema.discriminator = { propertyName: def.discriminator, mapping };
}

/** Every integer that JSON carries exactly lies in this range, so saying so says nothing. */
function dropSafeRange(schema: Schema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
