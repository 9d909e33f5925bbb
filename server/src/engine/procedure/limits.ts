/** Rate limits in the memory of the process; the interface leaves room for a shared store. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits } from './context.ts';

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
        await limiter.consume(key);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
        throw refused;
      }
    },
  };
}
