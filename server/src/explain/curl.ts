/** The curl line of an operation. */
import type { Operation } from '../engine/operations/operation.ts';

/** The example input, by property. */
type Input = Readonly<Record<string, unknown>>;

/** @returns null for an operation without a REST route */
export function curlLine({ rest, body, access }: Operation, input: Input, origin: string): string | null {
  if (!rest) return null;
  const path = rest.params.reduce(
    (text, name) => text.replace(`{${name}}`, encodeURIComponent(String(input[name]))),
    rest.path,
  );
  const others = Object.entries(input).filter(([name]) => !rest.params.includes(name));
  const isRead = rest.method === 'GET';
  const inQuery = body === 'none' && others.length > 0;
  const query = inQuery
    ? `?${new URLSearchParams(others.map(([name, value]) => [name, String(value)]))}`
    : '';
  const parts = [
    'curl',
    ...(isRead ? [] : ['-X', rest.method]),
    ...(access.role === 'anyone' ? [] : ['-b cookies']),
    ...bodyParts(body, others),
    quote(`${origin}/api${path}${query}`),
  ];
  return parts.join(' ');
}

function bodyParts(body: Operation['body'], fields: readonly (readonly [string, unknown])[]): string[] {
  if (body === 'form') return fields.map(([name, value]) => `-F ${quote(`${name}=${value}`)}`);
  if (body === 'none') return [];
  return ["-H 'content-type: application/json'", `-d ${quote(JSON.stringify(Object.fromEntries(fields)))}`];
}

function quote(text: string): string {
  return /^[\w./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
