/** Headers of every answer, checked once. */
import { type ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http';
import { HeadedResponse, takesLines } from './headed-response.ts';

/** Headers of every answer, except where an answer says otherwise. */
export class CommonHead {
  readonly #headers: readonly (readonly [name: string, value: string])[];
  readonly #names: ReadonlySet<string>;
  readonly #lines: string;

  /**
   * @param headers lower-case names; none by which Node would frame the body or keep the connection
   * @throws TypeError for a malformed one
   */
  constructor(headers: Readonly<Record<string, string>>) {
    this.#headers = Object.entries(headers);
    for (const [name, value] of this.#headers) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
    this.#names = new Set(Object.keys(headers));
    this.#lines = toLines(this.#headers);
  }

  /**
   * Begins the head of an answer.
   * @param own what the answer says itself
   * @returns names and values in turn that `writeHead` needs yet; a new list
   */
  begin(response: ServerResponse, own: ReadonlyMap<string, unknown>): string[] {
    const clashes = this.#clashes(own);
    if (takesLines && response instanceof HeadedResponse) {
      response.lines = clashes ? toLines(this.#without(own)) : this.#lines;
      return [];
    }
    return (clashes ? this.#without(own) : this.#headers).flat();
  }

  #clashes(own: ReadonlyMap<string, unknown>): boolean {
    for (const name of own.keys()) if (this.#names.has(name)) return true;
    return false;
  }

  #without(own: ReadonlyMap<string, unknown>) {
    return this.#headers.filter(([name]) => !own.has(name));
  }
}

function toLines(headers: readonly (readonly [name: string, value: string])[]): string {
  return headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
}
