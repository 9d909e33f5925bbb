/** Operations as the generated table describes them. */
import type { Codec } from './codec.ts';

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
