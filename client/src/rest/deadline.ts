/** Ends a call in time: by its own limit, or when its caller says so. */
import { ClientError } from './failure.ts';

/** What ends a call, made of parts that every platform has. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Milliseconds that are left. */
  left(): number;
  /** Lets go of the timer; the caller's signal goes on to count. */
  met(): void;
  /** Lets go of everything. */
  dispose(): void;
}

/** @param timeoutMs 0 for no limit */
export function startDeadline(timeoutMs: number, caller?: AbortSignal): Deadline {
  const ending = new AbortController();
  const until = timeoutMs > 0 ? Date.now() + timeoutMs : Number.POSITIVE_INFINITY;
  const end = (reason: ClientError) => {
    if (ending.signal.aborted) return;
    // The signals of older React Natives keep no reason.
    if (!('reason' in ending.signal)) Object.defineProperty(ending.signal, 'reason', { value: reason });
    ending.abort(reason);
  };
  const cancel = () => end(new ClientError('cancelled', 'The call was cancelled', { cause: caller?.reason }));
  const expire = () => end(new ClientError('timed_out', `The call took longer than ${timeoutMs} ms`));
  const timer = timeoutMs > 0 ? setTimeout(expire, timeoutMs) : undefined;
  caller?.addEventListener('abort', cancel);
  if (caller?.aborted) cancel();
  return {
    signal: ending.signal,
    left: () => until - Date.now(),
    met: () => clearTimeout(timer),
    dispose() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', cancel);
    },
  };
}

/** Waits; ends early, rejecting with its reason, when the signal does. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', wake);
      resolve();
    }, ms);
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });
}

/** The result of work that others wait for, too: it goes on when this caller no longer waits. */
export function within<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
