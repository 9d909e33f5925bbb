/** What can be asked for a single call, beside its input. */
import type { OnProgress } from '../upload-fetch.ts';

export type { UploadProgress } from '../upload-fetch.ts';

/** How a call is sent, and when it ends. */
export interface CallOptions {
  /** Ends the call, which then fails as `cancelled`. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds for the call with all its attempts, after which it fails as `timed_out`; 0 for no limit. It does not count
   * for what is read of a file or a stream later.
   */
  readonly timeoutMs?: number;
  /** How often it is sent again, where it may be. */
  readonly retries?: number;
  /** Its key, where it takes one: give the same to a call that repeats one of an earlier run. */
  readonly idempotencyKey?: string;
  /** Headers beside those of the client, such as `Range`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Of a call that sends files. */
export interface UploadOptions extends CallOptions {
  /** Called while they are sent. */
  readonly onProgress?: OnProgress;
}

/** A file to send: a File or a Blob, or what React Native calls one. */
export type UploadFile = Blob | { readonly uri: string; readonly name: string; readonly type: string };
