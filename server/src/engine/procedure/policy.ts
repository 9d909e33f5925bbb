/** What must hold for every call, as middlewares of the one root procedure. */
import { fail } from '../errors/failure.ts';
import type { Context } from './context.ts';
import type { Meta } from './meta.ts';
import { t } from './trpc.ts';

/** Longest run of an operation that declares nothing, in milliseconds. */
export const defaultTimeoutMs = 30_000;

/** Counts the call against the general limit and against the operation's own. */
export const limit = t.middleware(async ({ ctx, meta, path, next }) => {
  const caller = ctx.user?.id ?? ctx.request.address;
  await take(ctx, `*:${caller}`, ctx.limits.general);
  if (meta?.limit) await take(ctx, `${path}:${caller}`, meta.limit);
  return next();
});

async function take(ctx: Context, key: string, allowance: NonNullable<Meta['limit']>): Promise<void> {
  const retryAfter = await ctx.limits.take(key, allowance);
  if (retryAfter > 0) {
    throw fail('rate_limited', { detail: `Try again in ${retryAfter} seconds`, retryAfter });
  }
}

/** Ends the wait for a call that takes too long. */
export const timeout = t.middleware(async ({ meta, next }) => {
  const ms = meta?.timeoutMs ?? defaultTimeoutMs;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(fail('timeout', { retryAfter: 1 })), ms);
  try {
    return await Promise.race([next(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
});

/** Refuses a call that must set cookies when the answer's head has left already (a streamed batch). */
export const cookies = t.middleware(({ ctx, meta, next }) => {
  if (meta?.setsCookies && ctx.response.sent) {
    throw fail('bad_request', { detail: 'This call sets cookies, so it cannot be part of a streamed batch' });
  }
  return next();
});
