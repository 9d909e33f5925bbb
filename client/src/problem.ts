/** Reads the problem out of whatever a failed call threw. */
import type { Code, Problem } from '@portico/shared/errors';

export type { Code, FieldIssue, Problem } from '@portico/shared/errors';

/** An error that carries a problem with one of the codes `C`. */
export interface ProblemError<C extends Code = Code> extends Error {
  readonly data: { readonly problem: Problem & { readonly code: C } };
}

/**
 * Whether an error is an answer of the server, with one of the codes where any are given; false when there was
 * no answer (no network, aborted).
 * @example
 * if (isProblem(error, 'version_conflict')) reload(error.data.problem.detail);
 */
export function isProblem<C extends Code = Code>(
  error: unknown,
  ...codes: readonly C[]
): error is ProblemError<C> {
  const problem = problemOf(error);
  return problem !== null && (codes.length === 0 || codes.some((code) => code === problem.code));
}

/** The problem that an error of either door's client carries; null when there was no answer of the server. */
export function problemOf(error: unknown): Problem | null {
  const problem = property(property(error, 'data') ?? error, 'problem');
  return typeof property(problem, 'code') === 'string' ? (problem as Problem) : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
