/** Lets a schema see only a value's own properties: a field may have the name of something that every object inherits. */
import { someSchema } from '@portico/shared/decode/schema-tree';
import type { $ZodType } from 'zod/v4/core';

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Deeper than any accepted input. */
const maxDepth = 128;

/** Whether a parser is a schema with such a field, such as `constructor`: left out, it would be found all the same. */
export function namesInherited(parser: unknown): boolean {
  if (typeof parser !== 'object' || parser === null || !('_zod' in parser)) return false;
  return someSchema(
    parser as $ZodType,
    ({ _zod: { def } }) =>
      def.type === 'object' && Object.keys(def.shape).some((name) => inherited.has(name)),
  );
}

/**
 * The same value, whose plain objects inherit nothing. What it holds twice, or holds of itself, is copied once: superjson's
 * metadata can say so of any path, and a copy each time would double with every level.
 */
export function withoutInherited(value: unknown, depth = 0, copies = new Map<object, object>()): unknown {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return value;
  const known = copies.get(value);
  if (known) return known;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    copies.set(value, items);
    for (const item of value) items.push(withoutInherited(item, depth + 1, copies));
    return items;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const own: Record<string, unknown> = Object.create(null);
  copies.set(value, own);
  for (const [key, item] of Object.entries(value)) own[key] = withoutInherited(item, depth + 1, copies);
  return own;
}
