/** Reads multipart/form-data; files go to disk as they arrive. @see https://www.rfc-editor.org/rfc/rfc7578 */

import { once } from 'node:events';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { maxFields } from '@portico/shared/decode/fields';
import { type Failure, fail } from '../../errors/failure.ts';
import type { Spool } from './spool.ts';
import { storePart } from './stored-part.ts';

/** Most files of one form. */
const maxFiles = 100;

/** Longest text field, in bytes. */
const maxFieldBytes = 1024 * 1024;

/** Longest head of one part, in bytes. */
const maxHeadBytes = 16 * 1024;

type Entry = readonly [name: string, value: string | File];

/**
 * Reads a whole form.
 * @param contentType the header, with its boundary
 * @throws Failure `bad_request` when the body is malformed or breaks off
 */
export async function readMultipart(
  chunks: AsyncIterable<Uint8Array>,
  contentType: string,
  spool: Spool,
): Promise<FormData> {
  const parser = createParser(contentType);
  const ended = new AbortController();
  const broken = brokenForm(parser);
  const entries = collectEntries(parser, await spool.folder(), ended.signal, broken.reject);
  try {
    const finished = once(parser, 'finish', { signal: ended.signal });
    await Promise.race([Promise.all([feed(chunks, parser, ended.signal), finished]), broken.promise]);
    return toFormData(await Promise.race([Promise.all(entries), broken.promise]));
  } finally {
    ended.abort();
    parser.destroy();
    await Promise.allSettled(entries);
  }
}

function createParser(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: (_name, _type, fileName) => fileName !== undefined,
      limits: {
        parts: maxFields,
        files: maxFiles,
        fieldSize: maxFieldBytes,
        headerSize: maxHeadBytes,
        headerPairs: 32,
      },
    });
  } catch (error) {
    throw fail('bad_request', { detail: 'The Content-Type names no boundary', cause: error });
  }
}

/** Rejects with the first reason why the form cannot be read. */
function brokenForm(parser: BusboyInstance): PromiseWithResolvers<never> {
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  parser.on('error', (error) => broken.reject(malformed(error)));
  parser.on('partsLimit', () => broken.reject(tooMany(`${maxFields} parts`)));
  parser.on('filesLimit', () => broken.reject(tooMany(`${maxFiles} files`)));
  return broken;
}

function malformed(cause?: unknown): Failure {
  return fail('bad_request', { detail: 'The form is malformed or incomplete', cause });
}

function tooMany(what: string): Failure {
  return fail('bad_request', { detail: `A form may have ${what} at most` });
}

/** The entries in the order of their parts; filled while the form is read. */
function collectEntries(
  parser: BusboyInstance,
  folder: string,
  signal: AbortSignal,
  reject: (reason: unknown) => void,
): Promise<Entry | undefined>[] {
  const entries: Promise<Entry | undefined>[] = [];
  parser.on('field', (name, value, _nameCut, valueCut) => {
    if (typeof name !== 'string') return reject(malformed());
    if (valueCut) reject(fail('payload_too_large', { detail: `A field may have ${maxFieldBytes} bytes` }));
    entries.push(Promise.resolve([name, value]));
  });
  parser.on('file', (name, content, fileName, _encoding, type) => {
    const path = `${folder}/${entries.length}`;
    const stored = storePart(content, { path, fileName, type, signal });
    const entry = stored.then((file): Entry | undefined => file && [name, file]);
    entry.catch((error: unknown) => reject(isSystemError(error) ? error : malformed(error)));
    if (typeof name !== 'string') reject(malformed());
    entries.push(entry);
  });
  return entries;
}

/** A disk that is full or gone is not the client's fault. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function feed(
  chunks: AsyncIterable<Uint8Array>,
  parser: BusboyInstance,
  signal: AbortSignal,
): Promise<void> {
  for await (const chunk of chunks) {
    if (signal.aborted) return;
    if (!parser.write(chunk)) await once(parser, 'drain', { signal });
  }
  parser.end();
}

function toFormData(entries: readonly (Entry | undefined)[]): FormData {
  const form = new FormData();
  for (const entry of entries) {
    if (!entry) continue;
    const [name, value] = entry;
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, value.name);
  }
  return form;
}
