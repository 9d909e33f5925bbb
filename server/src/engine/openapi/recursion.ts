/** Names the schemas that contain themselves, since only a named schema can be referred to. */
import { partsOf } from '@portico/shared/decode/schema-tree';
import { z } from 'zod';
import type { $ZodRegistry, $ZodType, $ZodTypes } from 'zod/v4/core';

/** What schemas say of themselves, with an id for every one that contains itself. */
export type Metadata = $ZodRegistry<Record<string, unknown>>;

/**
 * Zod's own metadata, where a recursive schema without an id has one made from its first user's name.
 * @param roots schemas by the name of what uses them
 */
export function withRecursion(roots: Iterable<readonly [name: string, schema: $ZodType]>): Metadata {
  const ids = new Map<$ZodType, string>();
  for (const [name, root] of roots) {
    let count = 0;
    for (const schema of recursiveParts(root)) {
      if (ids.has(schema) || z.globalRegistry.get(schema)?.id) continue;
      count += 1;
      ids.set(schema, `${name}Part${count === 1 ? '' : count}`);
    }
  }
  const get = (schema: $ZodType) => {
    const metadata = z.globalRegistry.get(schema);
    const id = ids.get(schema);
    return id === undefined ? metadata : { ...metadata, id };
  };
  return Object.create(z.globalRegistry, { get: { value: get } });
}

/** The schemas at which a walk meets itself; in such a circle also what sets and maps hold, converted apart. */
function recursiveParts(root: $ZodType): ReadonlySet<$ZodType> {
  const found = new Set<$ZodType>();
  const walked = new Set<$ZodType>();
  const path: $ZodType[] = [];
  const walk = (schema: $ZodType): void => {
    const start = path.indexOf(schema);
    if (start >= 0) {
      found.add(schema);
      for (const [index, part] of path.entries())
        if (index > start && isHeld(path[index - 1])) found.add(part);
      return;
    }
    if (walked.has(schema)) return;
    walked.add(schema);
    path.push(schema);
    for (const part of partsOf(schema)) walk(part);
    path.pop();
  };
  walk(root);
  return found;
}

function isHeld(holder: $ZodType | undefined): boolean {
  const type = (holder as $ZodTypes | undefined)?._zod.def.type;
  return type === 'set' || type === 'map';
}
