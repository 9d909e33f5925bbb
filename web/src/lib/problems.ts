import type { Problem } from '@portico/shared/errors.ts';

export function problemOf(error: unknown): Problem | undefined {
  return (error as { data?: { problem?: Problem } }).data?.problem;
}

/** Whether the call never got an answer: offline, or the server is not there. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && problemOf(error) === undefined;
}

/** Whether the same call may work a moment later. */
export function isTemporary(error: unknown): boolean {
  const problem = problemOf(error);
  return problem === undefined || problem.status >= 502;
}
