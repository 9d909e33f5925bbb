/** Leaves out what Python does not write: inputs are parameters, pages are pages. */
import type { Declaration, NominalApi, Ref } from '../nominal/nominal-api.ts';

/** The declarations that operations refer to, directly or through others, in their order. */
export function usedDeclarations({ declarations, operations }: NominalApi): Declaration[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const used = new Set<string>();
  const visit = (ref: Ref): void => {
    for (const name of namesIn(ref)) {
      const declaration = byName.get(name);
      if (!declaration || used.has(name)) continue;
      used.add(name);
      partsOf(declaration).forEach(visit);
    }
  };
  for (const { input, output, paged } of operations) {
    input?.fields.forEach(({ type }) => {
      visit(type);
    });
    const taken = input && byName.get(input.name);
    if (taken?.kind === 'object' && taken.rest) visit(taken.rest);
    const answered = paged ? paged.item : output;
    if (answered) visit(answered);
  }
  return declarations.filter(({ name }) => used.has(name));
}

function partsOf(declaration: Declaration): readonly Ref[] {
  switch (declaration.kind) {
    case 'object':
      return [...declaration.fields.map(({ type }) => type), ...(declaration.rest ? [declaration.rest] : [])];
    case 'union':
      return declaration.variants.map(({ type }) => type);
    case 'enum':
      return [];
  }
}

function namesIn(ref: Ref): string[] {
  switch (ref.kind) {
    case 'named':
      return [ref.name];
    case 'list':
    case 'set':
      return namesIn(ref.item);
    case 'map':
    case 'record':
      return [ref.key, ref.value].flatMap(namesIn);
    case 'tuple':
      return [...ref.items, ...(ref.rest ? [ref.rest] : [])].flatMap(namesIn);
    case 'nullable':
      return namesIn(ref.type);
    default:
      return [];
  }
}
