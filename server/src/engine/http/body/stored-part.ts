/** Writes one file of a form to disk and hands it on as a File whose bytes stay there. */
import { createWriteStream, openAsBlob } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Stores a part as it arrives.
 * @param fileName as the client sent it; a path in it was dropped by the parser
 * @returns undefined for what a browser sends when no file was chosen
 */
export async function storePart(
  content: Readable,
  path: string,
  fileName: string,
  type: string,
): Promise<File | undefined> {
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  const blob = await openAsBlob(path, { type });
  if (fileName === '' && blob.size === 0) return undefined;
  return new File([blob], fileName, { type: blob.type });
}
