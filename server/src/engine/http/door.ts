/** What a door is: it matches a request to operations, runs them, and writes the answer. */
import type { Problem } from '@portico/shared/errors';
import type { Context } from '../procedure/context.ts';
import type { Incoming, Outgoing, RequestInfo, ResponseHead } from './exchange.ts';

/** One request on its way through the server. */
export interface Visit {
  readonly request: RequestInfo;
  /** Headers that procedures add; the server sends them with whatever the door answers. */
  readonly response: ResponseHead;
  /** Authenticates and builds the context, once; fails when the database is away. */
  readonly context: () => Promise<Context>;
  readonly log: Context['log'];
}

/** Answers every request; rejects only when our own code is broken. */
export type Door = (incoming: Incoming, visit: Visit) => Promise<Outgoing>;

/** How a call ended. */
export type Result =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem; readonly headers: Readonly<Record<string, string>> };
