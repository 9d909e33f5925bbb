/** Compiles an output schema, once, to the function that writes its values; null where superjson itself must. */
import { someSchema } from '@portico/shared/decode/schema-tree';
import type { $ZodDiscriminatedUnion, $ZodObject, $ZodTuple, $ZodType, $ZodTypes } from 'zod/v4/core';
import { type Field, generateObject } from './generate-object.ts';
import { baseOf, type Write, writeDate, writeScalar } from './write.ts';

/** Values that JSON holds as they are. */
const asItIs: Write = (value) => value;

/** Schemas being compiled or done: a schema may hold itself. */
type Known = Map<$ZodType, { write: Write | null }>;

/** Says by exception that a schema is beyond the compiler: one place to give up, however deep. */
const beyond = Symbol('beyond the compiler');

/** @returns null when the values need superjson: maps, sets, records, unknown, transforms, … */
export function compile(schema: $ZodType): Write | null {
  try {
    return compileSchema(schema, new Map());
  } catch (thrown) {
    if (thrown === beyond) return null;
    throw thrown;
  }
}

function compileSchema(schema: $ZodType, known: Known): Write {
  const found = known.get(schema);
  if (found) return found.write ?? ((value, path, notes) => found.write?.(value, path, notes));
  const entry: { write: Write | null } = { write: null };
  known.set(schema, entry);
  entry.write = compileKind(schema, known);
  return entry.write;
}

function compileKind(schema: $ZodType, known: Known): Write {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'string':
    case 'boolean':
    case 'null':
    case 'template_literal':
      return asItIs;
    case 'number':
    case 'nan':
    case 'bigint':
    case 'undefined':
    case 'void':
    case 'enum':
    case 'literal':
      return writeScalar;
    case 'date':
      return writeDate;
    case 'optional':
    case 'nullable':
      return absent(compileSchema(def.innerType, known));
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return compileSchema(def.innerType, known);
    case 'lazy':
      return compileSchema(def.getter(), known);
    case 'pipe':
      return compileSchema(def.out, known);
    case 'array':
      return list(compileSchema(def.element, known));
    case 'tuple':
      return tuple(schema as $ZodTuple, known);
    case 'object':
      return object(schema as $ZodObject, known);
    case 'union':
      return union(schema as $ZodDiscriminatedUnion, known);
    default:
      throw beyond;
  }
}

function absent(inner: Write): Write {
  if (inner === asItIs) return writeScalar;
  if (inner === writeScalar || inner === writeDate) return inner;
  return (value, path, notes) =>
    value === null || value === undefined ? writeScalar(value, path, notes) : inner(value, path, notes);
}

function list(item: Write): Write {
  if (item === asItIs) return asItIs;
  return (value, path, notes) => {
    const items = value as readonly unknown[];
    const base = baseOf(path);
    const written = new Array<unknown>(items.length);
    for (let index = 0; index < items.length; index += 1) {
      written[index] = item(items[index], notes ? `${base}${index}` : '', notes);
    }
    return written;
  };
}

function tuple({ _zod: { def } }: $ZodTuple, known: Known): Write {
  const items = def.items.map((item) => compileSchema(item, known));
  const rest = def.rest && compileSchema(def.rest, known);
  return (value, path, notes) =>
    (value as readonly unknown[]).map((element, index) => {
      const write = items[index] ?? rest ?? asItIs;
      return write(element, `${baseOf(path)}${index}`, notes);
    });
}

/** Keys that superjson refuses, that reading would find on every object, or whose path is the parent's own. */
function isHarmful(key: string): boolean {
  return key === '' || key === 'prototype' || key in Object.prototype;
}

function object({ _zod: { def } }: $ZodObject, known: Known): Write {
  const keys = Object.keys(def.shape);
  if (def.catchall && def.catchall._zod.def.type !== 'never') throw beyond;
  if (keys.some(isHarmful)) throw beyond;
  const fields = keys.map((key) => {
    const write = compileSchema(def.shape[key] as $ZodType, known);
    return { key, step: step(key), write: write === asItIs ? null : write };
  });
  return generateObject(fields, fieldByField(fields));
}

/** Leaves out what is absent, and writes a value of undefined as such. */
function fieldByField(fields: readonly Field[]): Write {
  return (value, path, notes) => {
    const source = value as Readonly<Record<string, unknown>>;
    const written: Record<string, unknown> = {};
    for (const { key, step, write } of fields) {
      const field = source[key];
      if (field === undefined && !Object.hasOwn(source, key)) continue;
      written[key] = write ? write(field, baseOf(path) + step, notes) : field;
    }
    return written;
  };
}

/** A key as a step of superjson's path, ready to stand in a JSON string. */
function step(key: string): string {
  return JSON.stringify(key.replaceAll('\\', '\\\\').replaceAll('.', '\\.')).slice(1, -1);
}

/** A union of scalars tells them apart by themselves, a discriminated one by its key; others cannot be told. */
function union(schema: $ZodDiscriminatedUnion, known: Known): Write {
  const { options, discriminator } = schema._zod.def;
  const writes = options.map((option) => compileSchema(option as $ZodType, known));
  if (writes.every((write) => write === asItIs)) return asItIs;
  if (writes.every((write) => write === asItIs || write === writeScalar || write === writeDate))
    return writeScalar;
  if (discriminator === undefined || options.some((option) => isRenamed(option, discriminator))) throw beyond;
  const branches = new Map<unknown, Write>();
  options.forEach((option, index) => {
    for (const value of option._zod.propValues?.[discriminator] ?? [])
      branches.set(value, writes[index] as Write);
  });
  return (value, path, notes) => {
    const branch = branches.get((value as Readonly<Record<string, unknown>>)[discriminator]);
    return branch ? branch(value, path, notes) : value;
  };
}

/** Whether a branch may go by another value in the output than in the input, which is the one that Zod tells. */
function isRenamed(option: $ZodType, discriminator: string): boolean {
  const field = option._zod.def.type === 'object' && (option as $ZodObject)._zod.def.shape[discriminator];
  return Boolean(field) && someSchema(field as $ZodType, ({ _zod }) => _zod.def.type === 'pipe');
}
