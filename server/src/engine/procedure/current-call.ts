/** The end of the running call, where no argument carries it: queries end with the call that makes them. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Cancellation } from '../concurrency/cancellation.ts';

const running = new AsyncLocalStorage<Cancellation>();

/** Runs a call; what it does, however deep, finds its end. */
export function runCall<Result>(call: Cancellation, work: () => Result): Result {
  return running.run(call, work);
}

/** Aborts when the client goes away or the call's time is over; the reason is the failure to throw. Undefined outside a call. */
export function currentCall(): Cancellation | undefined {
  return running.getStore();
}
