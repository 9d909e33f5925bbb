/** Recognises a query that did not come to its end. */

/** SQLSTATE `query_canceled`: by its caller, or by `statement_timeout`. */
const queryCancelled = '57014';

/** Whether an error, or anything that caused it, is a cancelled query or the given reason for which a call was given up. */
export function isCancelled(error: unknown, reason?: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if (cause === reason || ('code' in cause && cause.code === queryCancelled)) return true;
  }
  return false;
}
