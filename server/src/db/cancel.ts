/** Cancels the reads of a call that nobody waits for any more. */
import type { Sql } from 'postgres';
import type { Cancellation } from '../engine/concurrency/cancellation.ts';
import { currentCall } from '../engine/procedure/current-call.ts';

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
    const call = isRead(args[0]) ? currentCall() : undefined;
    if (call?.aborted) throw call.reason;
    const query = sql.unsafe(...args);
    if (call) cancelOnAbort(query as typeof query & Query, call);
    return query;
  };
  return new Proxy(sql, { get: (pool, name) => (name === 'unsafe' ? unsafe : Reflect.get(pool, name)) });
}

/** A `with` may write too. */
function isRead(query: string): boolean {
  if (/^\s*select\b/i.test(query)) return true;
  return /^\s*with\b/i.test(query) && !/\b(?:insert|update|delete|merge)\b/i.test(query);
}

function cancelOnAbort(query: Query, call: Cancellation): void {
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
    call.unlisten(cancel);
  };
  call.listen(cancel);
  query.then(settle, settle);
}
