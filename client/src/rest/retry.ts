/** When a call that failed by chance is sent again. */
import { ClientError } from './failure.ts';

/** Milliseconds before the second attempt, at most; the time doubles with each. */
const first = 300;

/** Longest wait before an attempt, in milliseconds: an answer that asks for more is final. */
const longest = 20_000;

/** Answers of a server that has too much to do or restarts, and of a gateway that does not reach it. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Whether a failed connection may go well the next time. */
export function isBroken(error: unknown): boolean {
  return error instanceof ClientError && error.code === 'no_connection';
}

/** Whether an answer says that the same request may go well later. @param code of its problem */
export function isPassing(status: number, code?: string): boolean {
  return passing.has(status) || code === 'idempotency_in_progress';
}

/**
 * Milliseconds before the next attempt, so that not all clients come back at once; undefined when the server asks for
 * more patience than we have.
 * @param attempt 0 after the first
 */
export function pauseBefore(attempt: number, retryAfter: string | null, left: number): number | undefined {
  const random = Math.random();
  const wanted = retryAfter ? secondsUntil(retryAfter) * 1_000 : 0;
  const pause = retryAfter
    ? wanted + random * first
    : Math.min(longest, first * 2 ** attempt) * (0.5 + random / 2);
  return wanted > longest || pause > left ? undefined : pause;
}

/** Reads seconds, or a date. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function secondsUntil(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Math.max(0, (Date.parse(text) - Date.now()) / 1_000) || 0;
}
