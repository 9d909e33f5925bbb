/** Operations as a program calls them, and as the generated table describes them. */
import type { CallOptions, UploadOptions } from './call-options.ts';
import type { Codec } from './codec.ts';
import type { EventStream } from './event-stream.ts';
import type { ApiError, ClientError } from './failure.ts';

/** A row of the generated table. What most operations do is left out. */
export interface OperationRow {
  /** `PUT /posts/{id}` */
  readonly route: string;
  /** How the input travels beyond the path; in the query where absent. */
  readonly body?: 'json' | 'form';
  /** What a success carries; JSON where absent. */
  readonly answer?: 'none' | 'file' | 'text' | 'redirect' | 'stream';
  /** What becomes of the JSON, or of each item of a stream; it stays as it is where absent. */
  readonly output?: Codec;
  /** True when it takes nothing, so that its first argument are the options. */
  readonly inputless?: true;
  /** True when it takes an `Idempotency-Key`. */
  readonly idempotent?: true;
  /** Fields of input and output that lead from page to page. */
  readonly paged?: readonly [cursor: string, items: string, next: string];
  /** True when the items of its stream have ids after which to go on. */
  readonly resumable?: true;
}

/** Rows by operation id. */
export type OperationTable = Readonly<Record<string, OperationRow>>;

/** Arguments of an operation with an input that must be given. */
export type Takes<Input> = [input: Input, options?: CallOptions];

/** Arguments of an operation whose input may be left out. */
export type MayTake<Input> = [input?: Input, options?: CallOptions];

/** Arguments of an operation that takes files. */
export type TakesFiles<Input> = [input: Input, options?: UploadOptions];

/** Arguments of an operation without input. */
export type TakesNothing = [options?: CallOptions];

/** What became of a call. */
export type Result<Output, Code extends string> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly error: ApiError<Code> | ClientError };

/** An operation. It rejects with an `ApiError` or a `ClientError`. */
export interface Operation<Args extends readonly unknown[], Output, Code extends string> {
  (...args: Args): Promise<Output>;
  /** The same without rejecting: `error.code` is one of the codes that this operation declares, or a newer one. */
  safe(...args: Args): Promise<Result<Output, Code>>;
}

/** An operation that answers pages of a list. */
export interface PagedOperation<Args extends readonly unknown[], Output, Item, Code extends string>
  extends Operation<Args, Output, Code> {
  /** Every item from the given page to the last one; the next page is asked for when it is needed. */
  all(...args: Args): AsyncGenerator<Item, void, undefined>;
}

/** An operation whose answer is no JSON; its address works in links and pictures, too. */
export interface AddressedOperation<Args extends readonly unknown[], Output, Code extends string>
  extends Operation<Args, Output, Code> {
  /** The address that a call would ask. */
  url(...args: Args): string;
}

/** An operation that answers item by item. */
export interface StreamOperation<Args extends readonly unknown[], Item> {
  (...args: Args): EventStream<Item>;
}
