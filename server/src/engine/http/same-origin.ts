/** Refuses what another site makes a browser send: Fetch Metadata first, Origin where that is absent. */
import { fail } from '../errors/failure.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * @param origin the public origin of this server
 * @throws Failure `cross_site`
 * @see https://www.w3.org/TR/fetch-metadata/ and https://web.dev/articles/fetch-metadata
 */
export function assertSameOrigin(
  request: { readonly method: string; readonly headers: Readonly<Record<string, unknown>> },
  origin: string,
): void {
  if (safeMethods.has(request.method)) return;
  const { 'sec-fetch-site': site, origin: from } = request.headers;
  if (typeof site === 'string') {
    if (site === 'same-origin' || site === 'none') return;
    throw fail('cross_site', { detail: 'A page of another site made this request' });
  }
  if (typeof from === 'string' && from !== origin) {
    throw fail('cross_site', { detail: 'The Origin header names another site' });
  }
}
