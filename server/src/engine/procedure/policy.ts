/** What must hold for every call, as middlewares of the one root procedure. */
import { isCancelled } from '../errors/cancelled.ts';
import { fail } from '../errors/failure.ts';
import { ageingHeaders, ageingOf } from './ageing.ts';
import { runCall } from './call-signal.ts';
import type { Context } from './context.ts';
import type { RateLimit } from './meta.ts';
import { rateLimited, rateLimitHeaders } from './rate-limit.ts';
import { t } from './trpc.ts';

/** Longest run of an operation that declares nothing, in milliseconds. */
export const defaultTimeoutMs = 30_000;

/** Counts the call against the general limit and against the operation's own, which its answer tells. */
export const limit = t.middleware(async ({ ctx, meta, path, next }) => {
  const caller = ctx.user?.id ?? ctx.request.address;
  await take(ctx, 'general', `*:${caller}`, ctx.limits.general);
  if (meta?.limit) {
    const allowance = await take(ctx, path, `${path}:${caller}`, meta.limit);
    ctx.response.headers.push(...rateLimitHeaders(path, meta.limit, allowance));
  }
  return next();
});

async function take({ limits }: Context, policy: string, key: string, allowed: RateLimit) {
  const allowance = await limits.take(key, allowed);
  if (!allowance.granted) throw rateLimited(policy, allowed, allowance);
  return allowance;
}

/** Ends the wait for a call that takes too long, and the call's reads with it, as they end when the client goes away. */
export const timeout = t.middleware(async ({ meta, signal, next }) => {
  const call = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    call.abort(fail('timeout', { retryAfter: 1 }));
    late.reject(call.signal.reason);
  }, meta?.timeoutMs ?? defaultTimeoutMs);
  const leave = () => call.abort(fail('client_closed'));
  if (signal?.aborted) leave();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    const result = await Promise.race([runCall(call, next), late.promise]);
    if (result.ok) return result;
    const { aborted, reason } = call.signal;
    if (aborted && isCancelled(result.error, reason)) throw reason;
    return result;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
});

/**
 * Writes what the operation's age demands, and refuses a call that must set cookies, when the answer's head has left already
 * (a streamed batch).
 */
export const head = t.middleware(({ ctx, meta, next }) => {
  if (meta?.setsCookies && ctx.response.sent) {
    throw fail('bad_request', { detail: 'This call sets cookies, so it cannot be part of a streamed batch' });
  }
  if (meta?.deprecated ?? meta?.sunset) ctx.response.headers.push(...ageingHeaders(ageingOf(meta)));
  return next();
});
