/** Encodes outputs for both doors by functions compiled from their schemas. */
import { transformer } from '@portico/shared/transformer';
import type { $ZodType } from 'zod/v4/core';
import { compile } from './compile.ts';
import { Notes, root } from './write.ts';

/** Writes the values that one schema's parse has passed. */
export interface Encoder {
  /** Whether a compiled function writes them; otherwise superjson and a replacer do, several times slower. */
  readonly isCompiled: boolean;
  /** Plain JSON: dates as RFC 3339, bigints as text, sets as arrays, maps as entries; nothing at all as null. */
  readonly plain: (value: unknown) => string;
  /** What superjson's reader turns back into an equal value: `{"json":…,"meta":…}`. */
  readonly superjson: (value: unknown) => string;
}

const encoders = new WeakMap<$ZodType, Encoder>();

/** The encoder of a schema, compiled at its first use. */
export function encoderOf(schema: $ZodType): Encoder {
  const known = encoders.get(schema);
  if (known) return known;
  const encoder = makeEncoder(schema);
  encoders.set(schema, encoder);
  return encoder;
}

/** @see https://github.com/flightcontrolhq/superjson for the form of `meta` */
function makeEncoder(schema: $ZodType): Encoder {
  const write = compile(schema);
  if (!write) return uncompiled;
  return {
    isCompiled: true,
    plain: (value) => JSON.stringify(write(value, root, null)) ?? 'null',
    superjson(value) {
      const notes = new Notes();
      const json = JSON.stringify(write(value, root, notes));
      if (notes.text === '') return `{"json":${json}}`;
      return `{"json":${json},"meta":{"values":${values(notes.text)},"v":1}}`;
    },
  };
}

/** The annotation of the root itself has no path. */
function values(text: string): string {
  return text.startsWith(`${root}":`) ? text.slice(4) : `{${text.slice(1)}}`;
}

/** Any value as {@link Encoder.plain} writes it. */
export function plainText(value: unknown): string {
  return JSON.stringify(value, replaceRich) ?? 'null';
}

const uncompiled: Encoder = {
  isCompiled: false,
  plain: plainText,
  superjson: (value) => JSON.stringify(transformer.serialize(value)),
};

function replaceRich(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Set || value instanceof Map ? [...value] : value;
}
