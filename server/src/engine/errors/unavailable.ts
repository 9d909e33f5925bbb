/** Recognises that the database cannot be reached right now, as opposed to a bug in a query. */

/** Codes of postgres.js and of the operating system for a connection that failed or broke. */
const connectionCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
  'ETIMEDOUT',
]);

/**
 * SQLSTATE: connection exceptions, too many connections, shutdown, crash recovery and start-up.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const unavailableState = /^(?:08...|53300|57P0[1-5])$/;

/** Whether an error, or anything that caused it, says that the database is away. */
export function isUnavailable(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (connectionCodes.has(code) || unavailableState.test(code)) return true;
  }
  return false;
}
