/** Input → address: path parameters by their names, the rest as a query. */
import { toFields } from '../form-data.ts';

/** Fields of an input. */
export type Fields = Readonly<Record<string, unknown>>;

/** A route's address. */
export interface Address {
  readonly method: string;
  readonly url: string;
  /** What of the input the path does not hold. */
  readonly rest: Fields;
}

/**
 * @param route `PUT /posts/{id}`
 * @throws TypeError for a part of the path that would make another path of it
 */
export function addressOf(route: string, base: string, input: Fields): Address {
  const [method = 'GET', template = ''] = route.split(' ');
  const rest = { ...input };
  const path = template.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith('{')) return encodeURI(part);
    const name = part.slice(1, -1);
    delete rest[name];
    return segmentOf(name, input[name]);
  });
  return { method, url: base.replace(/\/$/, '') + path.join(''), rest };
}

/** Dots lead upwards however they are written. @see https://url.spec.whatwg.org/#double-dot-path-segment */
function segmentOf(name: string, value: unknown): string {
  const [[, text] = [name, '']] = toFields({ [name]: value });
  const segment = String(text);
  if (/^\.{0,2}$/.test(segment)) {
    throw new TypeError(`${name} is ${JSON.stringify(segment)}, which cannot stand in an address`);
  }
  return encodeURIComponent(segment);
}

/** `?tag=a&tag=b&filter%5Bkind%5D=c`; empty for nothing. */
export function queryOf(fields: Fields): string {
  const pairs = toFields(fields).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
