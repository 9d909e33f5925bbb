/** What can be asked for a single call, beside its input. */
import type { Operation, TRPCProcedureOptions } from '@trpc/client';
import type { FormLink } from './link-fetch.ts';
import type { OnProgress } from './upload-fetch.ts';

/** Travels with a call from link to link. */
export interface CallContext {
  /** Milliseconds after which it fails when it was not answered. */
  readonly timeoutMs?: number;
  /** How often it is sent again, where it may be. */
  readonly retries?: number;
  /** Its key, where it takes one: give the same to a call that repeats one of an earlier run. */
  readonly idempotencyKey?: string;
  /** Called while its files are sent. */
  readonly onProgress?: OnProgress;
  /** Sends its files, where the caller brings it along. */
  readonly formLink?: FormLink;
}

/** How a call is sent and watched, and when it ends. */
export interface CallOptions extends Omit<CallContext, 'formLink'> {
  /** Ends the call, which then fails: {@link isAborted}. */
  readonly signal?: AbortSignal;
}

/**
 * Writes options in the form that every `.query()` and `.mutate()` takes as its second argument.
 * @example
 * await client.posts.tags.query(undefined, callOptions({ timeoutMs: 2_000 }));
 */
export function callOptions({ signal, ...context }: CallOptions): TRPCProcedureOptions {
  return { context, ...(signal && { signal }) };
}

/** What {@link callOptions} wrote. */
export function contextOf({ context }: Operation): CallContext {
  return context;
}
