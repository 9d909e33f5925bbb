/** A request as the doors read it: its body once, under a limit, its files gone when it ends. */
import { maxFields } from '@portico/shared/decode/fields';
import { fail } from '../../errors/failure.ts';
import type { Incoming } from '../exchange.ts';
import { parseContentType } from './content-type.ts';
import { type Body, discard, limited, tooLarge } from './limited.ts';
import { readMultipart } from './multipart.ts';
import { readText } from './read-text.ts';
import { createSpool } from './spool.ts';

/** What is needed of a server library's request. */
export interface RequestLike {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Body;
}

/**
 * Reads a request lazily.
 * @param signal aborts when the client goes away
 * @param spoolRoot where files are kept; the system's folder for temporary files where absent
 * @returns the request; disposing of it removes its files
 */
export function createIncoming(
  request: RequestLike,
  signal: AbortSignal,
  spoolRoot?: string,
): Incoming & AsyncDisposable {
  const headers = flatten(request.headers);
  const spool = createSpool(spoolRoot);
  const { path, query } = splitUrl(request.url);
  let taken = false;
  const take = (maxBytes: number): Body => {
    if (taken) throw new Error('A body can be read once');
    taken = true;
    if (Number(headers['content-length'] ?? 0) <= maxBytes) return limited(request.body, maxBytes);
    discard(request.body);
    throw tooLarge(maxBytes);
  };
  return {
    method: request.method,
    path,
    query,
    headers,
    signal,
    text: async (maxBytes) => readText(take(maxBytes)),
    async form(maxBytes) {
      const header = headers['content-type'] ?? '';
      const type = parseContentType(header)?.type;
      if (type === 'multipart/form-data') return readMultipart(take(maxBytes), header, spool);
      if (type === 'application/x-www-form-urlencoded') return urlencoded(await readText(take(maxBytes)));
      throw fail('unsupported_media_type', { detail: 'The body must be a form' });
    },
    [Symbol.asyncDispose]: () => spool.remove(),
  };
}

function flatten(headers: RequestLike['headers']): Record<string, string | undefined> {
  const flat: Record<string, string | undefined> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function splitUrl(url: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

/** @see https://url.spec.whatwg.org/#urlencoded-parsing */
function urlencoded(text: string): FormData {
  const fields = new URLSearchParams(text);
  if (fields.size > maxFields) throw fail('bad_request', { detail: `More than ${maxFields} fields` });
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
