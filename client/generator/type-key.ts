/** Types as text, to tell whether two are the same to a language. */
import type { Type } from './ir.ts';

/** Equal for types that differ in nothing but what is noted beside them. */
export function typeKey(type: Type): string {
  return JSON.stringify(type, (key, value: unknown) => (notes.has(key) ? undefined : value));
}

const notes: ReadonlySet<string> = new Set<keyof Type>(['exact', 'limits']);
