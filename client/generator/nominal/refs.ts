/** Walks what types refer to. */
import type { Draft } from './declare.ts';
import { mapRef } from './inline.ts';
import type { Ref } from './nominal-api.ts';

/** A reference, and every one inside it. */
export function refsIn(ref: Ref): Ref[] {
  const refs = [ref];
  mapRef(ref, (part) => {
    refs.push(...refsIn(part));
    return part;
  });
  return refs;
}

/** The names of declarations in a reference. */
export function namesIn(ref: Ref): string[] {
  return refsIn(ref).flatMap((part) => (part.kind === 'named' ? [part.name] : []));
}

/** What a declaration refers to itself. */
export function refsOf(declaration: Draft): readonly Ref[] {
  switch (declaration.kind) {
    case 'object':
      return [...declaration.fields.map(({ type }) => type), ...(declaration.rest ? [declaration.rest] : [])];
    case 'union':
      return declaration.variants.map(({ type }) => type);
    case 'enum':
      return [];
  }
}

/** The names of declarations that are there, and of all that they refer to. */
export function reach(
  names: readonly string[],
  declarations: ReadonlyMap<string, Draft>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const declaration = declarations.get(name);
    if (!declaration || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...refsOf(declaration).flatMap(namesIn));
  }
  return reached;
}
