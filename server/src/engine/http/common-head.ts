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
   * @param own what the answer says itself, names and values in turn
   * @returns what `writeHead` needs yet, names and values in turn
   */
  before(own: string[], response: ServerResponse): string[] {
    const isSame = !this.#clashes(own);
    if (takesLines && response instanceof HeadedResponse) {
      response.lines = isSame ? this.#lines : toLines(this.#without(own));
      return own;
    }
    return [...(isSame ? this.#headers : this.#without(own)).flat(), ...own];
  }

  #clashes(own: readonly string[]): boolean {
    for (let place = 0; place < own.length; place += 2) if (this.#names.has(own[place] ?? '')) return true;
    return false;
  }

  #without(own: readonly string[]) {
    return this.#headers.filter(([name]) => !own.some((field, place) => place % 2 === 0 && field === name));
  }
}

function toLines(headers: readonly (readonly [name: string, value: string])[]): string {
  return headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
}
