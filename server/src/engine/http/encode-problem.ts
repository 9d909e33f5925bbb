/** Writes a failure as `application/problem+json`. @see https://www.rfc-editor.org/rfc/rfc9457 */
import type { Problem } from '@portico/shared/errors';
import { problemType } from '../errors/problem.ts';
import type { Outgoing } from './exchange.ts';

/** A problem, and what its answer's head says besides. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** A problem is about this request alone, so it is never kept. */
export function encodeProblem({ problem, headers }: ProblemAnswer): Outgoing {
  return {
    status: problem.status,
    headers: [['content-type', problemType], ['cache-control', 'no-store'], ...Object.entries(headers)],
    body: JSON.stringify(problem),
  };
}
