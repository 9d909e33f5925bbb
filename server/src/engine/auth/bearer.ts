/** The `Authorization` header. @see https://www.rfc-editor.org/rfc/rfc6750 */
import { type Failure, fail } from '../errors/failure.ts';

/** The bearer token that a header holds, whatever the case of its scheme; undefined when it has another scheme or none. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^bearer(?: +(.*))?$/is.exec(header ?? '')?.[1]?.trim() ?? undefined;
}

/** Whether a header claims to hold a bearer token, even where it holds none. */
export function isBearer(header: string | undefined): boolean {
  return /^bearer(?: |$)/i.test(header ?? '');
}

/** What a call without a token is told; the scheme alone would be no challenge, and some HTTP libraries fall over it. */
export const bearerChallenge = 'Bearer realm="api"';

/** The failure of a token that is not ours, over, revoked or malformed: which of them is not said. */
export function invalidToken(detail?: string): Failure {
  return fail('invalid_token', {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    ...(detail !== undefined && { detail }),
  });
}

/** @throws Failure `bad_request` when a query carries a token: addresses end up in logs and histories */
export function assertNoTokenInQuery(url: string): void {
  if (/[?&]access_token=/i.test(url)) {
    throw fail('bad_request', { detail: 'A token travels in the Authorization header, never in an address' });
  }
}
