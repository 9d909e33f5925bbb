/** Writes a failure as `application/problem+json`. @see https://www.rfc-editor.org/rfc/rfc9457 */
import { problemType } from '../errors/problem.ts';
import type { Result } from '../http/door.ts';
import type { Outgoing } from '../http/exchange.ts';

/** A problem is about this request alone, so it is never kept. */
export function encodeProblem({ problem, headers }: Result & { ok: false }): Outgoing {
  return {
    status: problem.status,
    headers: [['content-type', problemType], ['cache-control', 'no-store'], ...Object.entries(headers)],
    body: JSON.stringify(problem),
  };
}
