/** Operations as a program calls them. */
import type { CallOptions, UploadOptions } from './call-options.ts';
import type { EventStream } from './event-stream.ts';
import type { ApiError, ClientError } from './failure.ts';

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
export type StreamOperation<Args extends readonly unknown[], Item> = (...args: Args) => EventStream<Item>;
