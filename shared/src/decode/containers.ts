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

/** In text, the empty text is the empty record: as with lists, how a form clears one. */
export function decodeRecord({ valueType }: $ZodRecordDef, { mode, compile }: Compiler): Decode {
  const decode = compile(valueType);
  return (value, depth) => {
    if (mode === 'text' && value === '') return {};
    return isPlainObject(value) ? mapProperties(value, (_key, item) => decode(item, depth)) : value;
  };
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
  schema: $ZodType,
  { keyType, valueType }: $ZodMapDef,
  compiler: Compiler,
  { compile: compileName }: Compiler,
): Decode {
  const decodeItem = compiler.compile(valueType);
  const mapOf = (pairs: Iterable<readonly [unknown, unknown]>, decodeKey: Decode, depth: number) =>
    new Map(Array.from(pairs, ([key, item]) => [decodeKey(key, depth), decodeItem(item, depth)]));
  return (value, depth) => {
    if (compiler.mode === 'text' && value === '') return new Map();
    const entries = entriesOf(value, compiler.mode);
    const byEntry = entries && mapOf(entries, compiler.compile(keyType), depth);
    if (!isPlainObject(value)) return byEntry ?? value;
    const byName = mapOf(Object.entries(value), compileName(keyType), depth);
    return byEntry && countIssues(schema, byName) > 0 ? byEntry : byName;
  };
}

/** Lists of key and value; in text both kinds of list are numbered (`m[0][0]=key`, `m[0][1]=value`). */
function entriesOf(value: unknown, mode: Compiler['mode']): [unknown, unknown][] | undefined {
  const isList = Array.isArray(value) || isPlainObject(value);
  const pairs = isList ? listOf(value, mode)?.map((pair) => listOf(pair, mode)) : undefined;
  if (!pairs?.every((pair) => pair?.length === 2)) return undefined;
  return pairs.map((pair) => [pair?.[0], pair?.[1]]);
}
