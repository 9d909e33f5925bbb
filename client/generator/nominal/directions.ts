/** Marks which declarations are taken and which are answered. */
import type { Draft } from './declare.ts';
import type { Declaration, Operation } from './nominal-api.ts';
import { namesIn, reach } from './refs.ts';

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
