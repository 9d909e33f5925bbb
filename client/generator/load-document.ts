/** Gets the text of a document from a file or an address. */
import { readFile } from 'node:fs/promises';
import { GeneratorError } from './generator-error.ts';

/** Longest wait for a document, in milliseconds. */
const timeoutMs = 30_000;

/** @throws GeneratorError when it cannot be had */
export async function loadDocument(source: string): Promise<string> {
  const url = /^https?:/i.test(source) ? URL.parse(source) : null;
  if (!url) return readFile(source, 'utf8').catch((error) => refuse(source, error));
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error) => refuse(source, error));
  if (!response.ok)
    throw new GeneratorError(`${source} answered ${response.status} ${response.statusText}`.trim());
  return response.text().catch((error) => refuse(source, error));
}

function refuse(source: string, error: Error): never {
  const { cause } = error;
  const reason = cause instanceof Error ? ('code' in cause ? `${cause.code}` : cause.message) : error.message;
  throw new GeneratorError(`${source} cannot be read: ${reason}`, { cause: error });
}
