/** Says in an answer's head what is left of a limit. @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-11 */
import { type Failure, fail } from '../errors/failure.ts';
import type { Allowance } from './context.ts';
import type { RateLimit } from './meta.ts';

/**
 * `RateLimit-Policy` and `RateLimit` of one limit.
 * @param policy the name under which clients know it
 */
export function rateLimitHeaders(
  policy: string,
  { calls, seconds }: RateLimit,
  { remaining, resetAfter }: Allowance,
): [name: string, value: string][] {
  const name = `"${encodeURIComponent(policy)}"`;
  return [
    ['ratelimit-policy', `${name};q=${calls};w=${seconds}`],
    ['ratelimit', `${name};r=${remaining};t=${resetAfter}`],
  ];
}

/** The failure of a call for which nothing was left. */
export function rateLimited(policy: string, limit: RateLimit, allowance: Allowance): Failure {
  const { resetAfter } = allowance;
  return fail('rate_limited', {
    detail: resetAfter === 1 ? 'Try again in a second' : `Try again in ${resetAfter} seconds`,
    retryAfter: resetAfter,
    headers: Object.fromEntries(rateLimitHeaders(policy, limit, allowance)),
  });
}
