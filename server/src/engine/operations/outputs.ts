/** The output schemas that are more than JSON: files, text, HTML, redirects. RPC answers their address. */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { $ZodType } from 'zod/v4/core';

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
export const FileOutput = restOnlyOutput<FileOutput>(isFileOutput);

/** Marks what only REST can carry. */
const restOnly: unique symbol = Symbol('REST only');

/** A text or an HTML page as an operation answers it. */
export interface PageOutput {
  readonly [restOnly]: 'text' | 'html';
  /** Path under which REST serves it. */
  readonly url: string;
  readonly body: string;
}

/** Another address as an operation answers it: `303 See Other`. */
export interface RedirectOutput {
  readonly [restOnly]: 'redirect';
  /** Where to go; a path of ours, or an absolute address that the operation vouches for. */
  readonly url: string;
}

/** Answers plain text. */
export function text(url: string, body: string): PageOutput {
  return { [restOnly]: 'text', url, body };
}

/** Answers an HTML page; the site's security headers hold for it, so scripts within it do not run. */
export function html(url: string, body: string): PageOutput {
  return { [restOnly]: 'html', url, body };
}

/** Answers a redirect that is followed by GET. @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4.4 */
export function redirect(url: string): RedirectOutput {
  return { [restOnly]: 'redirect', url };
}

function isMarked(
  value: unknown,
  mark: PageOutput[typeof restOnly] | RedirectOutput[typeof restOnly],
): boolean {
  return typeof value === 'object' && value !== null && restOnly in value && value[restOnly] === mark;
}

/** Schema of an operation that answers plain text. */
export const TextOutput = restOnlyOutput<PageOutput>((value) => isMarked(value, 'text'));

/** Schema of an operation that answers an HTML page. */
export const HtmlOutput = restOnlyOutput<PageOutput>((value) => isMarked(value, 'html'));

/** Schema of an operation that sends its caller elsewhere. */
export const RedirectOutput = restOnlyOutput<RedirectOutput>((value) => isMarked(value, 'redirect'));

/**
 * A schema for an output that only REST can carry. What goes in is what the operation answers; as its output it says text, since
 * that is what a caller through RPC gets: the address.
 */
function restOnlyOutput<Answered extends { readonly url: string }>(
  isAnswered: (value: unknown) => boolean,
): z.ZodCustom<string, Answered> {
  return z.custom<Answered & string>(isAnswered) as unknown as z.ZodCustom<string, Answered>;
}

/** The address of an output that only REST can carry; undefined for every other. */
export function addressOf(value: unknown): string | undefined {
  if (isFileOutput(value)) return value.url;
  const isRestOnly = typeof value === 'object' && value !== null && restOnly in value && 'url' in value;
  return isRestOnly && typeof value.url === 'string' ? value.url : undefined;
}

/** The outputs that only REST can carry, known by their very schemas. */
export const restOnlyOutputs = new Map<$ZodType, 'file' | 'text' | 'html' | 'redirect'>([
  [FileOutput, 'file'],
  [TextOutput, 'text'],
  [HtmlOutput, 'html'],
  [RedirectOutput, 'redirect'],
]);
