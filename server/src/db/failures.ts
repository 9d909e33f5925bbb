/** Recognises what a database error means. */

/** SQLSTATE of a violated unique constraint. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const uniqueViolation = '23505';

/** An error of the server, as postgres.js reports it. */
interface PostgresError extends Error {
  readonly code: string;
  readonly constraint_name?: string;
}

const sqlState = /^[0-9A-Z]{5}$/;

/** The server's own error inside whatever wraps it, which may have a code of another kind. */
function postgresError(error: unknown): PostgresError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && sqlState.test(cause.code)) {
      return cause as PostgresError;
    }
  }
  return undefined;
}

/**
 * Whether a row collided with another.
 * @param constraint the name of the constraint or unique index; any where absent
 */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = postgresError(error);
  if (cause?.code !== uniqueViolation) return false;
  return constraint === undefined || cause.constraint_name === constraint;
}

/** Whether a transaction lost against a concurrent one and may simply run again. */
export function isRetryable(error: unknown): boolean {
  const code = postgresError(error)?.code;
  return code === '40001' || code === '40P01';
}
