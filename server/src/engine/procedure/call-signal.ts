/** The signal of the running call, where no argument carries it: queries end with the call that makes them. */
import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<AbortController>();

/** Runs a call; what it does, however deep, finds its signal. */
export function runCall<Result>(call: AbortController, work: () => Result): Result {
  return running.run(call, work);
}

/**
 * Aborts when the client goes away or the call's time is over; the reason is the failure to throw. Undefined outside a call.
 * @example await fetch(address, { signal: callSignal() })
 */
export function callSignal(): AbortSignal | undefined {
  return running.getStore()?.signal;
}
