/** What must hold for every call, as middlewares of the one root procedure. */
import { Cancellation } from '../concurrency/cancellation.ts';
import { isCancelled } from '../errors/cancelled.ts';
import { fail } from '../errors/failure.ts';
import { networkOf } from '../http/network.ts';
import { ageingHeaders, ageingOf } from './ageing.ts';
import type { Allowance, Context } from './context.ts';
import { runCall } from './current-call.ts';
import type { RateLimit } from './meta.ts';
import { onlyWhere } from './only-where.ts';
import { rateLimited, rateLimitHeaders } from './rate-limit.ts';
import { type Middleware, t } from './trpc.ts';

/** Longest run of an operation that declares nothing, in milliseconds. */
export const defaultTimeoutMs = 30_000;

/** Counts the call against the general limit and against the operation's own, which its answer tells. */
export const limit = t.middleware(({ ctx, meta, path, next }) => {
  const caller = ctx.user?.id ?? networkOf(ctx.request.address);
  take(ctx, 'general', `*:${caller}`, ctx.limits.general);
  if (meta?.limit) {
    const allowance = take(ctx, path, `${path}:${caller}`, meta.limit);
    ctx.response.headers.push(...rateLimitHeaders(path, meta.limit, allowance));
  }
  return next();
});

function take({ limits }: Context, policy: string, key: string, allowed: RateLimit): Allowance {
  const allowance = limits.take(key, allowed);
  if (!allowance.granted) throw rateLimited(policy, allowed, allowance);
  return allowance;
}

/** Ends the wait for a call that takes too long, and the call's reads with it, as they end when the client goes away. */
export const timeout = t.middleware(({ ctx, meta, next }) => {
  const { gone } = ctx.request;
  const call = new Cancellation();
  const leave = () => call.abort(fail('client_closed'));
  gone.listen(leave);
  return new Promise<Awaited<ReturnType<typeof next>>>((resolve, reject) => {
    const timer = setTimeout(() => {
      call.abort(fail('timeout', { retryAfter: 1 }));
      gone.unlisten(leave);
      reject(call.reason);
    }, meta?.timeoutMs ?? defaultTimeoutMs);
    const settle = (result: Awaited<ReturnType<typeof next>>) => {
      clearTimeout(timer);
      gone.unlisten(leave);
      if (!result.ok && call.aborted && isCancelled(result.error, call.reason)) reject(call.reason);
      else resolve(result);
    };
    runCall(call, next).then(settle, reject);
  });
});

const sayInHead: Middleware = ({ ctx, meta, next }) => {
  if (meta?.setsCookies && ctx.response.sent) {
    throw fail('bad_request', { detail: 'This call sets cookies, so it cannot be part of a streamed batch' });
  }
  if (meta?.deprecated ?? meta?.sunset) ctx.response.headers.push(...ageingHeaders(ageingOf(meta)));
  return next();
};

/**
 * Writes what the operation's age demands, and refuses a call that must set cookies, when the answer's head has left already
 * (a streamed batch).
 */
export const head = t.middleware(
  onlyWhere(({ meta }) => Boolean(meta?.setsCookies || meta?.deprecated || meta?.sunset), sayInHead),
);
