/** Decodes values without parts. */
import { type $ZodType, type $ZodTypes, util } from 'zod/v4/core';
import type { Compiler, Decode } from './decoder.ts';
import { holdsBigint, isUrlSchema } from './schema-tree.ts';
import {
  textToBigint,
  textToBigintOf,
  textToBoolean,
  textToDate,
  textToNumber,
  textToOneOf,
  textToUrl,
} from './text.ts';

/** The decoder of a schema without parts; the identity for text itself and for what is not known. */
export function decodeScalar(schema: $ZodType, mode: Compiler['mode']): Decode {
  const read = richReader(schema as $ZodTypes) ?? (mode === 'text' && textReader(schema as $ZodTypes));
  if (!read) return (value) => value;
  return (value) => (typeof value === 'string' ? read(value) : value);
}

/** What is text in JSON too. */
function richReader(schema: $ZodTypes): ((text: string) => unknown) | undefined {
  const { def } = schema._zod;
  if (def.type === 'date') return textToDate;
  if (def.type === 'bigint') return textToBigint;
  if (def.type === 'literal' && holdsBigint(def)) return (text) => textToBigintOf(def.values, text);
  return isUrlSchema(schema) ? textToUrl : undefined;
}

function textReader(schema: $ZodTypes): ((text: string) => unknown) | undefined {
  const { def } = schema._zod;
  switch (def.type) {
    case 'number':
      return textToNumber;
    case 'boolean':
      return textToBoolean;
    case 'enum':
      return (text) => textToOneOf(util.getEnumValues(def.entries), text);
    case 'literal':
      return (text) => (text === '' && def.values.includes(null) ? null : textToOneOf(def.values, text));
    case 'null':
      return (text) => (text === '' || text === 'null' ? null : text);
    case 'nan':
      return (text) => (text === 'NaN' ? Number.NaN : text);
    default:
      return undefined;
  }
}
