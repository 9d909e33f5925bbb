import { problemOf } from '@portico/client';

export { isProblem, problemOf } from '@portico/client';

/** From this status on the server, or what stands before it, is not able to answer. */
const firstGatewayStatus = 502;

/** Whether the same call may work a moment later: no answer came, or none from the application itself. */
export function isTemporary(error: unknown): boolean {
  const problem = problemOf(error);
  return problem === null || problem.status >= firstGatewayStatus;
}
