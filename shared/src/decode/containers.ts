/** Decodes objects, lists, sets and maps. */
import type {
  $ZodArrayDef,
  $ZodMapDef,
  $ZodObjectDef,
  $ZodRecordDef,
  $ZodSetDef,
  $ZodTupleDef,
  $ZodType,
} from 'zod/v4/core';
import { type Compiler, countIssues, type Decode, isPlainObject, mapProperties } from './decoder.ts';
import { listOf, oneAsMany } from './lists.ts';

/** Unknown keys are kept, so that a strict schema can name them. */
export function decodeObject({ shape, catchall }: $ZodObjectDef, { compile }: Compiler): Decode {
  const known = new Map(Object.entries(shape).map(([key, schema]) => [key, compile(schema)]));
  const unknown: Decode = catchall ? compile(catchall) : (value) => value;
  return (value, depth) => {
    if (!isPlainObject(value)) return value;
    return mapProperties(value, (key, item) => (known.get(key) ?? unknown)(item, depth));
  };
}

export function decodeRecord({ valueType }: $ZodRecordDef, { compile }: Compiler): Decode {
  const decode = compile(valueType);
  return (value, depth) =>
    isPlainObject(value) ? mapProperties(value, (_key, item) => decode(item, depth)) : value;
}

export function decodeArray({ element }: $ZodArrayDef, compiler: Compiler): Decode {
  return decodeList(compiler, () => element);
}

export function decodeTuple({ items, rest }: $ZodTupleDef, compiler: Compiler): Decode {
  return decodeList(compiler, (index) => items[index] ?? rest ?? undefined);
}

export function decodeSet({ valueType }: $ZodSetDef, compiler: Compiler): Decode {
  const decode = decodeList(compiler, () => valueType);
  return (value, depth) => {
    const list = decode(value, depth);
    return Array.isArray(list) ? new Set(list) : value;
  };
}

/** A lone empty text is the empty list where an item cannot be empty: how a form clears a list. */
function decodeList(
  { mode, compile }: Compiler,
  itemSchema: (index: number) => $ZodType | undefined,
): Decode {
  const isEmpty = (list: readonly unknown[]) => {
    const first = itemSchema(0);
    return mode === 'text' && list.length === 1 && list[0] === '' && first && countIssues(first, '') > 0;
  };
  return (value, depth) => {
    const list = listOf(value, mode);
    if (!list) return value;
    if (isEmpty(list)) return [];
    const below = list === value ? depth : depth + oneAsMany;
    return list.map((item, index) => {
      const schema = itemSchema(index);
      return schema ? compile(schema)(item, below) : item;
    });
  };
}

/** From entries, or from an object whose names are read as the keys. */
export function decodeMap(
  { keyType, valueType }: $ZodMapDef,
  { compile }: Compiler,
  { compile: compileName }: Compiler,
): Decode {
  const entry = ([key, item]: readonly [unknown, unknown], decodeKey: Decode, depth: number) =>
    [decodeKey(key, depth), compile(valueType)(item, depth)] as const;
  return (value, depth) => {
    if (isPlainObject(value)) {
      return new Map(Object.entries(value).map((pair) => entry(pair, compileName(keyType), depth)));
    }
    if (!isEntries(value)) return value;
    return new Map(value.map((pair) => entry(pair, compile(keyType), depth)));
  };
}

function isEntries(value: unknown): value is readonly (readonly [unknown, unknown])[] {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2);
}
