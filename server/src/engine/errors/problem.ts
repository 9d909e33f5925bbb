/** Writes a classified error as the problem that every door answers. */
import { errorTable, type Problem } from '@portico/shared/errors';
import type { Classified } from './classify.ts';

/** What a problem says about its request. */
export interface ProblemRequest {
  /** Under this id the log has the request. */
  readonly id: string;
  /** The request's path, without its query. */
  readonly path: string;
}

/** Media type of a problem. @see https://www.rfc-editor.org/rfc/rfc9457#section-3 */
export const problemType = 'application/problem+json';

/** Path of the page that explains a code. */
export function problemPage(code: string): string {
  return `/api/docs/errors#${code}`;
}

/** Makes the problem; it holds nothing that the classification did not allow. */
export function toProblem(error: Classified, request: ProblemRequest): Problem {
  const { status, title } = errorTable[error.code];
  return {
    type: problemPage(error.code),
    title,
    status,
    detail: error.detail,
    instance: request.path,
    code: error.code,
    requestId: request.id,
    ...(error.issues && { errors: error.issues }),
  };
}
