/** Counts attempts in the database, or in Redis where there is one, so that all processes see the same number. */
import { createHash } from 'node:crypto';
import { lt } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import {
  type RateLimiterAbstract,
  RateLimiterDrizzle,
  RateLimiterRedis,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import { toAllowance } from '../procedure/limits.ts';
import { rateLimited } from '../procedure/rate-limit.ts';
import { rateLimits } from './attempts.table.ts';
import type { Attempts, Budget } from './attempts.ts';
import type { Redis } from './redis.ts';

type Db = PgDatabase<PostgresJsQueryResultHKT>;

/**
 * @param db the pool: what was counted must stand when a transaction is rolled back
 * @param redis counts instead while it is there; the database does whenever it is away
 */
export function sharedAttempts(db: Db, redis?: Redis): Attempts {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = ({ calls, seconds }: Budget): RateLimiterAbstract => {
    const name = `${calls}/${seconds}`;
    const limiter = limiters.get(name) ?? createLimiter({ db, redis, points: calls, duration: seconds });
    limiters.set(name, limiter);
    return limiter;
  };
  return {
    async take(policy, budgets) {
      const taken: { limiter: RateLimiterAbstract; key: string }[] = [];
      for (const budget of budgets) {
        const limiter = limiterOf(budget);
        const key = keyOf(policy, budget);
        await limiter.consume(key).catch((refused: unknown) => {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          throw rateLimited(policy, budget, toAllowance(false, refused));
        });
        taken.push({ limiter, key });
      }
      return {
        async forgive() {
          for (const { limiter, key } of taken) await limiter.reward(key);
        },
      };
    },
    async sweep() {
      await db.delete(rateLimits).where(lt(rateLimits.expire, new Date()));
    },
  };
}

interface Counting {
  readonly db: Db;
  readonly redis: Redis | undefined;
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

/** Milliseconds that Redis has to answer before it counts as away. */
const redisPatience = 1_000;

function createLimiter({ db, redis, points, duration }: Counting): RateLimiterAbstract {
  const inDatabase = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: '',
    points,
    duration,
    // Its own timer would outlive the pool.
    clearExpiredByTimeout: false,
  });
  if (!redis) return inDatabase;
  const limiter = new RateLimiterRedis({
    storeClient: redis.client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    keyPrefix: 'portico:attempts',
    points,
    duration,
  });
  return new RLWrapperTimeouts({ limiter, timeoutMs: redisPatience, insuranceLimiter: inDatabase });
}

/** Of one length, and silent about who tried what. */
function keyOf(policy: string, { key, calls, seconds }: Budget): string {
  return createHash('sha256')
    .update(JSON.stringify([policy, calls, seconds, key]))
    .digest('base64url');
}
