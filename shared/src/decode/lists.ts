/** Finds the list in a value. */
import { type Compiler, isPlainObject } from './decoder.ts';

/** Depth that making a list of one value counts for: the value gets no smaller, so it may not repeat much. */
export const oneAsMany = 32;

/**
 * The items of a list: of an array, and in text also of one value, or of an object with numbered keys
 * (`items[0][name]=a`).
 */
export function listOf(value: unknown, mode: Compiler['mode']): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (mode === 'json') return undefined;
  if (!isPlainObject(value)) return [value];
  const keys = Object.keys(value);
  return keys.every((key) => /^\d{1,9}$/.test(key)) ? numbered(value, keys) : undefined;
}

function numbered(value: Record<string, unknown>, keys: readonly string[]): unknown[] {
  return keys.toSorted((a, b) => Number(a) - Number(b)).map((key) => value[key]);
}
