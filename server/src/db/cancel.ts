/** Cancels the reads of a call that nobody waits for any more. */
import type { Sql } from 'postgres';
import { callSignal } from '../engine/procedure/call-signal.ts';

/** What postgres.js knows of a query and does not tell. */
interface Query extends Promise<unknown> {
  /** True from the moment on which the server works at it until it is done. */
  readonly active: boolean;
  canceller(query: Query): Promise<void>;
}

/** Milliseconds after which to look again whether the turn of a query has come. */
const interval = 20;

/**
 * The pool as Drizzle sees it: a read outside a transaction ends with the call that makes it. Writes and transactions come
 * to their end, so that a call is never half done.
 */
export function cancellable(sql: Sql): Sql {
  const unsafe = (...args: Parameters<Sql['unsafe']>) => {
    const signal = isRead(args[0]) ? callSignal() : undefined;
    signal?.throwIfAborted();
    const query = sql.unsafe(...args);
    if (signal) cancelOnAbort(query as typeof query & Query, signal);
    return query;
  };
  return new Proxy(sql, { get: (pool, name) => (name === 'unsafe' ? unsafe : Reflect.get(pool, name)) });
}

/** A `with` may write too. */
function isRead(query: string): boolean {
  if (/^\s*select\b/i.test(query)) return true;
  return /^\s*with\b/i.test(query) && !/\b(?:insert|update|delete|merge)\b/i.test(query);
}

function cancelOnAbort(query: Query, signal: AbortSignal): void {
  let isSettled = false;
  const cancel = (): void => {
    if (isSettled) return;
    // Only what the server works at: postgres.js gives the rows of a query that is cancelled before to the next one, and loses
    // the connection that was to serve it.
    if (!query.active) setTimeout(cancel, interval).unref();
    // It fails when the server is away; then the query has ended too.
    else query.canceller(query).catch(() => {});
  };
  const settle = (): void => {
    isSettled = true;
    signal.removeEventListener('abort', cancel);
  };
  signal.addEventListener('abort', cancel, { once: true });
  query.then(settle, settle);
}
