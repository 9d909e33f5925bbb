/** What the parts of the decoder share. */
import { type $ZodType, safeParse } from 'zod/v4/core';

/**
 * Decodes a value for one schema; a value it cannot decode is returned as it is.
 * @param depth how deep in the input, at most
 */
export type Decode = (value: unknown, depth: number) => unknown;

/** Finds the decoder of a schema. */
export interface Compiler {
  /** `text`: scalars come as text, a list may come as one value. `json`: only rich types come as text. */
  readonly mode: 'text' | 'json';
  readonly compile: (schema: $ZodType) => Decode;
}

/** A value made of properties: what a form's nested names or JSON's braces become. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Decodes each property by the decoder of its name. */
export function mapProperties(
  value: Record<string, unknown>,
  decode: (key: string, item: unknown) => unknown,
): Record<string, unknown> {
  // To assign this name would set the prototype.
  if (Object.hasOwn(value, '__proto__')) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(key, item)]));
  }
  const mapped: Record<string, unknown> = {};
  for (const key of Object.keys(value)) mapped[key] = decode(key, value[key]);
  return mapped;
}

/** How many complaints a schema has about a value; a schema that can tell only later has none. */
export function countIssues(schema: $ZodType, value: unknown): number {
  try {
    return safeParse(schema, value).error?.issues.length ?? 0;
  } catch {
    return 0;
  }
}
