/** Sends a call again that failed by chance: one that changes nothing, or one that travels under an idempotency key. */
import type { Operation, TRPCClientError, TRPCLink } from '@trpc/client';
import { observable, type Unsubscribable } from '@trpc/server/observable';
import { contextOf } from './call-options.ts';
import { isAborted } from './failure.ts';
import { idempotentProcedures } from './generated/exceptions.ts';
import type { AppRouter } from './generated/router.ts';
import { isProblem } from './problem.ts';

/** Milliseconds before the second attempt, at most; the time doubles with each. */
const first = 250;

/** Longest wait before an attempt, in milliseconds: an answer that asks for more is final. */
const longest = 10_000;

/** Answers of a server that has too much to do or restarts, and of a gateway that does not reach it. */
const passing: readonly unknown[] = [429, 502, 503, 504];

/** @param most how often a call is sent again that does not say so itself */
export function retryLink(most: number): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) => {
      const isKeyed = idempotentProcedures.has(op.path);
      const call = isKeyed ? withKey(op) : op;
      if (!isKeyed && op.type !== 'query') return next(call);
      const { retries = most } = contextOf(op);
      return observable((observer) => {
        let attempt = 0;
        let sent: Unsubscribable | undefined;
        let timer: ReturnType<typeof setTimeout>;
        const send = () => {
          sent = next(call).subscribe({
            ...observer,
            error(error) {
              const pause = attempt < retries ? pauseBefore(error, attempt) : undefined;
              attempt += 1;
              if (pause === undefined) observer.error(error);
              else timer = setTimeout(send, pause);
            },
          });
        };
        send();
        return () => {
          clearTimeout(timer);
          sent?.unsubscribe();
        };
      });
    };
}

/** One key for all attempts. */
function withKey(op: Operation): Operation {
  return { ...op, context: { idempotencyKey: newKey(), ...op.context } };
}

/** Not every platform makes UUIDs, and a browser only on a safe origin; a key need be unique, not secret. */
function newKey(): string {
  const random = () => Math.random().toString(36).slice(2);
  return globalThis.crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${random()}${random()}`;
}

/** Milliseconds before the next attempt, so that not all clients come back at once; undefined when it would be in vain. */
function pauseBefore(error: TRPCClientError<AppRouter>, attempt: number): number | undefined {
  const answer = error.meta?.response as Response | undefined;
  const status = error.data?.httpStatus ?? answer?.status;
  const isPassing = status === undefined ? !isAborted(error) : passing.includes(status);
  if (!isPassing && !isProblem(error, 'idempotency_in_progress')) return undefined;
  const jitter = Math.random() * first * 2 ** attempt;
  const wanted = answer?.headers.get('retry-after');
  if (!wanted) return Math.min(longest, jitter);
  const pause = secondsUntil(wanted) * 1_000 + Math.random() * first;
  return pause > longest ? undefined : pause;
}

/** Reads seconds, or a date. @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function secondsUntil(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Math.max(0, (Date.parse(text) - Date.now()) / 1_000) || 0;
}
