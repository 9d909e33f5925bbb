/** Ends a call that nobody waits for any longer: by its signal, or after its time. */
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { contextOf } from './call-options.ts';
import { named } from './failure.ts';
import type { AppRouter } from './generated/router.ts';

/** @param defaultMs for calls that name no time of their own; they wait for ever where absent */
export function deadlineLink(defaultMs: number | undefined): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) => {
      const { signal, type } = op;
      const { timeoutMs = defaultMs } = contextOf(op);
      if (type === 'subscription' || !(signal || timeoutMs)) return next(op);
      return observable((observer) => {
        const fail = (reason: Error) => observer.error(TRPCClientError.from(reason));
        const leave = () => fail(signal?.reason ?? named('AbortError', 'The call was aborted'));
        if (signal?.aborted) return leave();
        const sent = next(op).subscribe(observer);
        const timer = timeoutMs && setTimeout(() => fail(tookLonger(timeoutMs)), timeoutMs);
        signal?.addEventListener('abort', leave);
        return () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', leave);
          sent.unsubscribe();
        };
      });
    };
}

function tookLonger(timeoutMs: number): Error {
  return named('TimeoutError', `There was no answer within ${timeoutMs} ms`);
}
