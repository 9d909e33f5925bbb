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

/** @param route `PUT /posts/{id}` */
export function addressOf(route: string, base: string, input: Fields): Address {
  const [method = 'GET', template = ''] = route.split(' ');
  const rest = { ...input };
  const path = template.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith('{')) return encodeURI(part);
    const name = part.slice(1, -1);
    const [[, value] = [name, '']] = toFields({ [name]: input[name] });
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { method, url: base.replace(/\/$/, '') + path.join(''), rest };
}

/** `?tag=a&tag=b&filter%5Bkind%5D=c`; empty for nothing. */
export function queryOf(fields: Fields): string {
  const pairs = toFields(fields).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
