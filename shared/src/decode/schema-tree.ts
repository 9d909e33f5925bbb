/** Walks a Zod schema by its definitions alone, the surface that Zod keeps stable for libraries. */
import type { $ZodLazy, $ZodLiteralDef, $ZodType, $ZodTypes, util } from 'zod/v4/core';

/** The schemas that a schema is made of. @see https://zod.dev/packages/core */
export function partsOf(schema: $ZodType): readonly $ZodType[] {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return def.catchall ? [...Object.values(def.shape), def.catchall] : Object.values(def.shape);
    case 'array':
      return [def.element];
    case 'tuple':
      return def.rest ? [...def.items, def.rest] : def.items;
    case 'union':
      return def.options;
    case 'intersection':
      return [def.left, def.right];
    case 'record':
    case 'map':
      return [def.keyType, def.valueType];
    case 'set':
      return [def.valueType];
    case 'pipe':
      return [def.in, def.out];
    case 'lazy':
      return [(schema as $ZodLazy)._zod.innerType];
    default:
      return 'innerType' in def ? [def.innerType] : [];
  }
}

/** Whether a schema, or anything it is made of, passes a test; recursive schemas are visited once. */
export function someSchema(schema: $ZodType, test: (schema: $ZodTypes) => boolean): boolean {
  const visited = new Set<$ZodType>();
  const visit = (part: $ZodType): boolean => {
    if (visited.has(part)) return false;
    visited.add(part);
    return test(part as $ZodTypes) || partsOf(part).some(visit);
  };
  return visit(schema);
}

/** Whether a schema is `z.instanceof(URL)`. */
export function isUrlSchema({ _zod }: $ZodTypes): boolean {
  return _zod.def.type === 'custom' && 'Class' in _zod.bag && _zod.bag.Class === URL;
}

/** Whether one of a literal's values is a bigint. */
export function holdsBigint({ values }: $ZodLiteralDef<util.Literal>): boolean {
  return values.some((value) => typeof value === 'bigint');
}
