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

/** The same value, whose plain objects inherit nothing. */
export function withoutInherited(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return value;
  if (Array.isArray(value)) return value.map((item) => withoutInherited(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const own: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) own[key] = withoutInherited(item, depth + 1);
  return own;
}
