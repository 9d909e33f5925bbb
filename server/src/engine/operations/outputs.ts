/** The output schemas that are more than JSON: files. */
import type { Readable } from 'node:stream';
import { z } from 'zod';

/** A stretch of a file: first and last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file as an operation answers it; the REST door serves it with ranges, RPC answers its `url`. */
export interface FileOutput {
  readonly kind: 'file';
  /** Path under which REST serves it. */
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Name offered when it is saved. */
  readonly name: string;
  /** `attachment` makes a browser save it, `inline` lets it show it. */
  readonly disposition: 'inline' | 'attachment';
  /** Strong validator of the content, without quotes. */
  readonly etag: string;
  /** Value of `Cache-Control`. */
  readonly cacheControl: string;
  /** Opens the content, or a stretch of it. */
  readonly open: (range?: ByteRange) => Readable;
}

/** Whether a value is a file to serve. */
export function isFileOutput(value: unknown): value is FileOutput {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'file' && 'open' in value
  );
}

/** Schema of an operation that answers a file. */
export const FileOutput = z.custom<FileOutput>(isFileOutput);
