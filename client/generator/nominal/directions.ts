/** Marks which declarations are taken and which are answered. */
import type { Draft } from './declare.ts';
import { mapDraft, mapRef } from './inline.ts';
import type { Declaration, Operation, Ref } from './nominal-api.ts';

/** Completes the drafts by who uses them, directly or through others. */
export function withDirections(drafts: readonly Draft[], operations: readonly Operation[]): Declaration[] {
  const byName = new Map(drafts.map((draft) => [draft.name, draft]));
  const taken = reach(
    operations.flatMap(({ input }) => (input ? [input.name] : [])),
    byName,
  );
  const answered = reach(
    operations.flatMap(({ output }) => (output ? namesIn(output) : [])),
    byName,
  );
  return drafts
    .map((draft) => ({ ...draft, input: taken.has(draft.name), output: answered.has(draft.name) }))
    .filter(({ input, output }) => input || output);
}

function reach(names: readonly string[], byName: ReadonlyMap<string, Draft>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const draft = byName.get(name);
    if (!draft || reached.has(name)) continue;
    reached.add(name);
    mapDraft(draft, (ref) => {
      waiting.push(...namesIn(ref));
      return ref;
    });
  }
  return reached;
}

function namesIn(ref: Ref): string[] {
  if (ref.kind === 'named') return [ref.name];
  const names: string[] = [];
  mapRef(ref, (part) => {
    names.push(...namesIn(part));
    return part;
  });
  return names;
}
