/** What doors and procedures know of one HTTP request and may say in its answer. */
import type { Cancellation } from '../concurrency/cancellation.ts';
import type { Trace } from './trace.ts';

/** What the request says, decoded once. */
export interface RequestInfo {
  /** Under this id the log has the request; also answered as `X-Request-Id`. */
  readonly id: string;
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  /** The client's address, seen through trusted proxies only. */
  readonly address: string;
  readonly userAgent: string;
  /** The `Cookie` header, as sent. */
  readonly cookie?: string;
  /** The `Idempotency-Key`, as sent. */
  readonly idempotencyKey?: string;
  /** The trace that the request continues, if any. */
  readonly trace?: Trace;
  /** The public origin of this server, such as `https://example.org`. */
  readonly origin: string;
  /** Aborts when the client has gone. */
  readonly gone: Cancellation;
}

/** The answer's head: what a procedure may add to it. */
export interface ResponseHead {
  /** Headers to send, in order; a name may occur more than once. */
  readonly headers: [name: string, value: string][];
  /** True once the head is on its way: nothing can be added. */
  sent: boolean;
}

/** A request as the doors read it, free of any server library. */
export interface Incoming {
  readonly method: string;
  /** Path as sent, percent-encoded, without query. */
  readonly path: string;
  /** Query without its question mark, as sent. */
  readonly query: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Reads the whole body as UTF-8 text. Fails with `payload_too_large` past the limit, in bytes. */
  text(maxBytes: number): Promise<string>;
  /** Reads a multipart or urlencoded body; files are spooled to disk and gone when the request ends. */
  form(maxBytes: number): Promise<FormData>;
}

/** An answer as the doors write it. */
export interface Outgoing {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}
