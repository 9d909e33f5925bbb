/** Rate limits in the memory of the process; the interface leaves room for a shared store. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, Limits } from './context.ts';

/** @param callsPerMinute what one caller may do over all operations */
export function memoryLimits(callsPerMinute: number): Limits {
  const limiters = new Map<string, RateLimiterMemory>();
  return {
    general: { calls: callsPerMinute, seconds: 60 },
    async take(key, { calls, seconds }) {
      const name = `${calls}/${seconds}`;
      const limiter = limiters.get(name) ?? new RateLimiterMemory({ points: calls, duration: seconds });
      limiters.set(name, limiter);
      try {
        return toAllowance(true, await limiter.consume(key));
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return toAllowance(false, refused);
        throw refused;
      }
    },
  };
}

/** What is left, as the store tells it. */
export function toAllowance(granted: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Allowance {
  return { granted, remaining: remainingPoints, resetAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}
