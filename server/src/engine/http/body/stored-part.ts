/** Writes one file of a form to disk and hands it on as a File whose bytes stay there. */
import { createWriteStream, openAsBlob } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What is known of a part before its bytes. */
export interface PartHead {
  /** Where to write it. */
  readonly path: string;
  /** As the client sent it; a path in it was dropped by the parser. */
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
  /** Ends the writing when the form cannot be read on. */
  readonly signal: AbortSignal;
}

/**
 * Stores a part as it arrives.
 * @returns undefined for what a browser sends when no file was chosen
 */
export async function storePart(content: Readable, part: PartHead): Promise<File | undefined> {
  const { path, fileName, type, signal } = part;
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
  const blob = await openAsBlob(path, { type });
  if (fileName === '' && blob.size === 0) return undefined;
  return new File([blob], fileName, { type: blob.type });
}
