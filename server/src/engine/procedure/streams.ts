/** What holds for a stream as long as it is open: places, the caller's session, the end of the process. */

import { isAsyncIterable } from '@portico/shared/stream';
import { fail } from '../errors/failure.ts';
import { networkOf } from '../http/network.ts';
import { type Hold, interruptible } from '../streams/interruptible.ts';
import type { Context } from './context.ts';
import type { Meta } from './meta.ts';
import { onlyWhere } from './only-where.ts';
import { type Middleware, t } from './trpc.ts';

/** A stream that is about to open. */
interface Opening {
  readonly ctx: Context;
  readonly meta: Meta | undefined;
  readonly type: string;
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Watches over what a procedure answers item by item. It is the first middleware, so that a call which fails further in
 * gives its place back; a query takes its place with the first item, since a door may not serve its stream at all.
 */
const watch: Middleware = async ({ ctx, meta, type, signal, next }) => {
  const opening: Opening = { ctx, meta, type, signal };
  const held = type === 'subscription' ? hold(opening) : undefined;
  const result = await next();
  if (result.ok && isAsyncIterable(result.data)) {
    return { ...result, data: interruptible(result.data, held ?? (() => hold(opening))) };
  }
  held?.release();
  return result;
};

/** What these schemas pass is complete. */
const wholeOutputs = new Set([
  'object',
  'array',
  'string',
  'number',
  'boolean',
  'date',
  'void',
  'null',
  'enum',
]);

export const streams = t.middleware(
  onlyWhere(
    ({ type, output }) => type === 'subscription' || !output || !wholeOutputs.has(output._zod.def.type),
    watch,
  ),
);

/** @throws Failure `rate_limited` when the caller has too many streams open */
function hold(opening: Opening): Hold {
  const { ctx, type, signal } = opening;
  const over = new AbortController();
  // What has an end of its own is let come to it; the process waits as long as it may.
  const end = () => type === 'subscription' && over.abort();
  const leave = ctx.streams.open(ctx.user?.id ?? networkOf(ctx.request.address), end);
  if (!leave) throw fail('rate_limited', { detail: 'You have too many streams open', retryAfter: 10 });
  const abort = () => over.abort();
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setInterval(() => void checkSession(opening, over), ctx.streams.heartbeatMs);
  timer.unref();
  if (signal?.aborted) abort();
  return {
    signal: over.signal,
    release() {
      leave();
      clearInterval(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}

/** A visitor may connect again to what anyone may see; whoever needs a session is told that it has ended. */
async function checkSession(
  { ctx: { auth, user, log }, meta }: Opening,
  over: AbortController,
): Promise<void> {
  try {
    if (!user || (await auth.isCurrent(user))) return;
    over.abort(meta?.access?.role === 'anyone' ? undefined : fail('unauthenticated'));
  } catch (error) {
    log.warn({ err: error }, 'a stream goes on although its session cannot be checked right now');
  }
}
