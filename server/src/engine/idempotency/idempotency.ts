/** Runs a call once for each key: its effect and its answer are one transaction, and a repeated call gets the answer. */
import { transformer } from '@portico/shared/transformer';
import { fail } from '../errors/failure.ts';
import { type Middleware, succeeded, t } from '../procedure/trpc.ts';
import { findAnswer, storeAnswer, takeCall } from './answers.ts';
import { type CallIdentity, fingerprint, identify } from './identity.ts';
import { assertKey, isBatch } from './key.ts';

/** Seconds after which a call that is still running is worth another try. */
const retryAfter = 1;

/**
 * Honours `Idempotency-Key` where the operation declares `idempotent`. Only successes are stored: a failure left no
 * effect, so that a retry runs again.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export const idempotency = t.middleware((call) => {
  const { idempotencyKey: key, path } = call.ctx.request;
  if (key === undefined) return call.next();
  if (isBatch(path))
    throw fail('bad_request', { detail: 'An Idempotency-Key is for one call, not for a batch' });
  if (!call.meta?.idempotent) return call.next();
  assertKey(key);
  return perform(call, identify(call.ctx, call.path, key));
});

async function perform(
  { ctx, next, getRawInput }: Parameters<Middleware>[0],
  identity: CallIdentity,
): ReturnType<Middleware> {
  const print = fingerprint(await getRawInput());
  return ctx.transaction(async (tx) => {
    if (!(await takeCall(tx, identity))) throw fail('idempotency_in_progress', { retryAfter });
    const stored = await findAnswer(tx, identity);
    if (stored) {
      if (stored.fingerprint !== print) throw fail('idempotency_key_reused');
      if (!ctx.response.sent) ctx.response.headers.push(['idempotency-replayed', 'true']);
      return succeeded(transformer.parse(stored.answer));
    }
    const result = await next({ ctx: { db: tx } });
    // What is not thrown would be committed.
    if (!result.ok) throw result.error;
    await storeAnswer(tx, identity, { fingerprint: print, answer: transformer.stringify(result.data) });
    return result;
  });
}
