/** The default of a schema as the document says it: what a client would send, where it is the same at each call. */
import { isDeepStrictEqual } from 'node:util';
import type { $ZodTypes } from 'zod/v4/core';
import { plainText } from '../encoding/encoder.ts';
import type { Schema, Side } from './schema.ts';

/** Puts right what Zod says of a default: it has no way to write bigints, sets and maps, and takes this moment for a constant. */
export function refineDefault({ _zod: { def } }: $ZodTypes, schema: Schema, side: Side): void {
  if (def.type !== 'default' && def.type !== 'catch' && (def.type !== 'prefault' || side === 'output'))
    return;
  const evaluate = () => (def.type === 'catch' ? constantOf(def.catchValue) : def.defaultValue);
  const value = evaluate();
  if (isWritable(value) && isSame(value, evaluate())) schema.default = JSON.parse(plainText(value));
  else delete schema.default;
}

/** Undefined for one that depends on what was wrong. */
function constantOf(catchValue: (ctx: never) => unknown): unknown {
  try {
    return catchValue(undefined as never);
  } catch {
    return undefined;
  }
}

/** JSON has no word for nothing at all, and none for numbers beyond all. */
function isWritable(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'number' || Number.isFinite(value));
}

/** A moment that is a constant is the same object; one that is made at each call may be equal by chance. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (one instanceof Date || !isDeepStrictEqual(one, other)) return false;
  return Object.entries(one as object).every(([key, value]) =>
    isSame(value, Reflect.get(other as object, key)),
  );
}
