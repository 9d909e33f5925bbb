/** Leaves out what Python does not write: inputs are parameters, pages are pages. */
import type { Declaration, NominalApi, Operation } from '../nominal/nominal-api.ts';
import { namesIn, reach } from '../nominal/refs.ts';

/** The declarations that operations refer to, directly or through others, in their order. */
export function usedDeclarations({ declarations, operations }: NominalApi): Declaration[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const restOf = ({ input }: Operation) => {
    const taken = input && byName.get(input.name);
    return taken?.kind === 'object' && taken.rest ? [taken.rest] : [];
  };
  const refs = operations.flatMap((operation) => {
    const { input, output, paged } = operation;
    const answered = paged ? paged.item : output;
    const fields = input?.fields.map(({ type }) => type) ?? [];
    return [...fields, ...restOf(operation), ...(answered ? [answered] : [])];
  });
  const used = reach(refs.flatMap(namesIn), byName);
  return declarations.filter(({ name }) => used.has(name));
}
