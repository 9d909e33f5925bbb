/** Addresses in the head of an answer: the new resource, the next page. */
import type { Incoming } from '../http/exchange.ts';
import type { RestRoute } from '../operations/operation.ts';

/** `Location` of a created resource, filled from the output. @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.2 */
export function locationHeaders({ location }: RestRoute, output: unknown): [string, string][] {
  if (location === undefined) return [];
  const fields = new Map(Object.entries(output ?? {}));
  const path = location.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(fields.get(name))),
  );
  return [['location', `/api${path}`]];
}

/** `Link` to the next page of a list: the same address with its cursor. @see https://www.rfc-editor.org/rfc/rfc8288 */
export function nextLinkHeaders(output: unknown, { path, query }: Incoming): [string, string][] {
  if (!isPage(output) || typeof output.nextCursor !== 'string') return [];
  const params = new URLSearchParams(query);
  params.set('cursor', output.nextCursor);
  return [['link', `<${encodePath(path)}?${params}>; rel="next"`]];
}

function isPage(output: unknown): output is { items: unknown[]; nextCursor: unknown } {
  return (
    typeof output === 'object' &&
    output !== null &&
    'nextCursor' in output &&
    'items' in output &&
    Array.isArray(output.items)
  );
}

/** A path as sent may hold what would end the link early. */
function encodePath(path: string): string {
  return path.replaceAll(/[^\x21-\x7e]|[<>"]/g, encodeURIComponent);
}
