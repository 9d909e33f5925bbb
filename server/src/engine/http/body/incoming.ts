/** A request as the doors read it: its body once, under a limit, its files gone when it ends. */
import { maxFields } from '@portico/shared/decode/fields';
import { fail } from '../../errors/failure.ts';
import type { Incoming } from '../exchange.ts';
import { parseContentType } from './content-type.ts';
import { type Body, discard, limited, tooLarge } from './limited.ts';
import { readMultipart } from './multipart.ts';
import { readText } from './read-text.ts';
import { createSpool, type Spool } from './spool.ts';

/** What is needed of a server library's request. */
export interface RequestLike {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Body;
}

/** A request whose body is read on demand; disposing of it removes its files. */
export class IncomingRequest implements Incoming, AsyncDisposable {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Incoming['headers'];
  readonly #body: Body;
  readonly #gone: { readonly signal: AbortSignal };
  readonly #spoolRoot: string | undefined;
  #spool: Spool | undefined;
  #isTaken = false;

  /**
   * @param gone its signal aborts when the client goes away
   * @param spoolRoot where files are kept; the system's folder for temporary files where absent
   */
  constructor(
    { method, url, headers, body }: RequestLike,
    gone: { readonly signal: AbortSignal },
    spoolRoot?: string,
  ) {
    const mark = url.indexOf('?');
    this.method = method;
    this.path = mark < 0 ? url : url.slice(0, mark);
    this.query = mark < 0 ? '' : url.slice(mark + 1);
    this.headers = flatten(headers);
    this.#body = body;
    this.#gone = gone;
    this.#spoolRoot = spoolRoot;
  }

  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** Whether disposing of it has anything to remove. */
  get isSpooled(): boolean {
    return this.#spool !== undefined;
  }

  async text(maxBytes: number): Promise<string> {
    return readText(this.#take(maxBytes));
  }

  async form(maxBytes: number): Promise<FormData> {
    const header = this.headers['content-type'] ?? '';
    const type = parseContentType(header)?.type;
    if (type === 'application/x-www-form-urlencoded') return urlencoded(await this.text(maxBytes));
    if (type !== 'multipart/form-data') {
      throw fail('unsupported_media_type', { detail: 'The body must be a form' });
    }
    this.#spool ??= createSpool(this.#spoolRoot);
    return readMultipart(this.#take(maxBytes), header, this.#spool);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#spool?.remove();
  }

  #take(maxBytes: number): Body {
    if (this.#isTaken) throw new Error('A body can be read once');
    this.#isTaken = true;
    if (Number(this.headers['content-length'] ?? 0) <= maxBytes) return limited(this.#body, maxBytes);
    discard(this.#body);
    throw tooLarge(maxBytes);
  }
}

/** Node joins what a client sends several times; `Set-Cookie` alone stays a list, and no client has a reason to send it. */
function flatten(headers: RequestLike['headers']): Readonly<Record<string, string | undefined>> {
  if (headers['set-cookie'] === undefined) return headers as Readonly<Record<string, string | undefined>>;
  const { 'set-cookie': _, ...others } = headers;
  return others as Readonly<Record<string, string | undefined>>;
}

/** @see https://url.spec.whatwg.org/#urlencoded-parsing */
function urlencoded(text: string): FormData {
  const fields = new URLSearchParams(text);
  if (fields.size > maxFields) throw fail('bad_request', { detail: `More than ${maxFields} fields` });
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
