/** Rate limits in the memory of the process. */
import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, Limits } from './context.ts';

/** The calls of one key since the first of them, until all are forgotten together. */
interface Window {
  calls: number;
  /** In milliseconds of `performance.now()`, which no correction of the clock moves. */
  readonly endsAt: number;
}

/** Milliseconds after which windows that have ended are let go. */
const sweepInterval = 60_000;

/** @param callsPerMinute what one caller may do over all operations */
export function memoryLimits(callsPerMinute: number): Limits {
  const windows = new Map<string, Window>();
  let sweptAt = performance.now();
  const sweep = (now: number): void => {
    if (now - sweptAt < sweepInterval) return;
    sweptAt = now;
    for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key);
  };
  const begin = (key: string, endsAt: number): Window => {
    const window = { calls: 0, endsAt };
    windows.set(key, window);
    return window;
  };
  return {
    general: { calls: callsPerMinute, seconds: 60 },
    take(key, { calls, seconds }) {
      const now = performance.now();
      sweep(now);
      const known = windows.get(key);
      const window = known && known.endsAt > now ? known : begin(key, now + seconds * 1000);
      window.calls += 1;
      const left = calls - window.calls;
      return {
        granted: left >= 0,
        remaining: Math.max(0, left),
        resetAfter: wholeSeconds(window.endsAt - now),
      };
    },
  };
}

/** What is left, as a shared store tells it. */
export function toAllowance(granted: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Allowance {
  return { granted, remaining: remainingPoints, resetAfter: wholeSeconds(msBeforeNext) };
}

/** Rounded up, but for what a float has too much, and never 0: at once would be too early. */
function wholeSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000 - 1e-6));
}
