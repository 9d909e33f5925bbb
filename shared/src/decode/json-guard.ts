/** Bounds parsed JSON before a schema walks it. */
import { assertSafeName, DecodeError } from './decode-error.ts';

/** Most levels of arrays and objects in a JSON body. */
export const maxJsonDepth = 64;

/** @throws DecodeError when the value is nested too deeply or has a harmful name */
export function assertSafeJson(value: unknown, path: readonly string[] = []): void {
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= maxJsonDepth) {
    throw new DecodeError('too_deep', `The body is nested deeper than ${maxJsonDepth} levels`);
  }
  const isList = Array.isArray(value);
  for (const [key, item] of isList ? value.entries() : Object.entries(value)) {
    if (!isList) assertSafeName(String(key), path);
    if (typeof item === 'object' && item !== null) assertSafeJson(item, [...path, String(key)]);
  }
}
