/** Decodes plain values into what a Zod schema takes as its input; the schema is read, never changed. */
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import { decodeIntersection, decodeNullable, decodePreprocessed, decodeUnion } from './choices.ts';
import { decodeArray, decodeMap, decodeObject, decodeRecord, decodeSet, decodeTuple } from './containers.ts';
import type { Compiler, Decode } from './decoder.ts';
import { type FieldValue, nestFields } from './fields.ts';
import { decodeScalar } from './scalars.ts';
import { holdsBigint, isUrlSchema, someSchema } from './schema-tree.ts';

/** Deeper than any accepted input; ends schemas that would wrap a value forever. */
const maxDepth = 128;

const text: Compiler = { mode: 'text', compile: memoize((schema) => build(schema, text)) };

const json: Compiler = {
  mode: 'json',
  compile: memoize((schema) => (someSchema(schema, isRich) ? build(schema, json) : (value) => value)),
};

/**
 * Decodes the fields of a query or a form: numbers, booleans, dates, nested objects, lists.
 * What cannot be decoded stays as it is, so that the schema reports it at its place.
 * @throws DecodeError for too many fields, too deep or harmful names
 * @example decodeFields(ListPosts, new URLSearchParams('limit=5&tag=a&tag=b')) // { limit: 5, tag: ['a', 'b'] }
 */
export function decodeFields(schema: $ZodType, fields: Iterable<readonly [string, FieldValue]>): unknown {
  return text.compile(schema)(nestFields(fields), 0);
}

/** Decodes what JSON cannot express: dates, bigints, sets, maps. Numbers and booleans are never read from text. */
export function decodeJson(schema: $ZodType, value: unknown): unknown {
  return json.compile(schema)(value, 0);
}

/** Builds each schema's decoder at its first use, once; so recursive schemas need no care. */
function memoize(create: (schema: $ZodType) => Decode): (schema: $ZodType) => Decode {
  const known = new WeakMap<$ZodType, Decode>();
  return (schema) => {
    const existing = known.get(schema);
    if (existing) return existing;
    let decode: Decode | undefined;
    const deferred: Decode = (value, depth) => {
      if (value === undefined || depth > maxDepth) return value;
      decode ??= create(schema);
      return decode(value, depth + 1);
    };
    known.set(schema, deferred);
    return deferred;
  };
}

/** What JSON carries in another form. */
function isRich(schema: $ZodTypes): boolean {
  const { def } = schema._zod;
  if (def.type === 'literal') return holdsBigint(def);
  return ['date', 'bigint', 'set', 'map'].includes(def.type) || isUrlSchema(schema);
}

function build(schema: $ZodType, compiler: Compiler): Decode {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return decodeObject(def, compiler);
    case 'record':
      return decodeRecord(def, compiler);
    case 'array':
      return decodeArray(def, compiler);
    case 'tuple':
      return decodeTuple(def, compiler);
    case 'set':
      return decodeSet(def, compiler);
    case 'map':
      return decodeMap(schema, def, compiler, text);
    case 'union':
      return decodeUnion(schema, def, compiler);
    case 'intersection':
      return decodeIntersection(def, compiler);
    case 'nullable':
      return decodeNullable(def, compiler);
    case 'pipe':
      return def.in._zod.def.type === 'transform'
        ? decodePreprocessed(schema, def.out, compiler)
        : compiler.compile(def.in);
    case 'lazy':
      return compiler.compile(def.getter());
    default:
      return 'innerType' in def ? compiler.compile(def.innerType) : decodeScalar(schema, compiler.mode);
  }
}
