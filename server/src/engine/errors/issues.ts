/** Turns a schema's issues into the problem's list of fields. */
import type { FieldIssue } from '@portico/shared/errors';
import type { $ZodIssue } from 'zod/v4/core';

/** Writes a path as a JSON Pointer. @see https://www.rfc-editor.org/rfc/rfc6901#section-3 */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** One entry a field: unknown keys are named one by one, a union reports its closest branch. */
export function fieldIssues(issues: readonly $ZodIssue[], base: readonly PropertyKey[] = []): FieldIssue[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: toPointer([...path, key]),
        detail: 'This field is not known here',
        code: issue.code,
      }));
    }
    const branch = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined;
    if (branch) return fieldIssues(branch, path);
    return [{ pointer: toPointer(path), detail: issue.message, code: issue.code }];
  });
}

/** The branch that got furthest: the one whose complaints lie deepest, then the one with the fewest. */
function closestBranch(branches: readonly (readonly $ZodIssue[])[]): readonly $ZodIssue[] | undefined {
  const depth = (branch: readonly $ZodIssue[]) => Math.max(0, ...branch.map((issue) => issue.path.length));
  const [first] = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  return first && depth(first) > 0 ? first : undefined;
}
