/** Says how long an answer may be kept, and recognises one that the client has. @see https://www.rfc-editor.org/rfc/rfc9111 */
import { hash } from 'node:crypto';
import type { RestRoute } from '../operations/operation.ts';
import type { Context } from '../procedure/context.ts';

/** Characters of the hash in an entity tag: 132 bits. */
const digestLength = 22;

/**
 * A strong entity tag of a JSON answer, quoted. A resource with a version has it in front (`"7.…"`), where
 * `If-Match` finds it; the hash behind it is needed because two callers may see one version differently, and
 * because what a resource embeds (its author, say) changes without it.
 */
export function entityTag(route: RestRoute, value: unknown, body: string): string {
  const digest = digestOf(route, body);
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  return Number.isSafeInteger(version) ? `"${version}.${digest}"` : `"${digest}"`;
}

/** The last answer of each route: what many read changes less often than it is read. */
const lastDigests = new WeakMap<RestRoute, { readonly body: string; readonly digest: string }>();

/** Longest answer that is remembered, in characters. */
const maxRemembered = 64 * 1024;

/** Comparing an answer with the last one costs a fiftieth of hashing it. */
function digestOf(route: RestRoute, body: string): string {
  const last = lastDigests.get(route);
  if (last?.body === body) return last.digest;
  const digest = hash('sha256', body, 'base64url').slice(0, digestLength);
  if (body.length <= maxRemembered) lastDigests.set(route, { body, digest });
  return digest;
}

/** Whether `If-None-Match` names the tag; weak tags count. @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
export function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return Array.from(ifNoneMatch.matchAll(/(?:W\/)?("[^"]*")/g), ([, tag]) => tag).includes(etag);
}

/** Who asks may decide what is answered. */
export const varyByCaller: [string, string] = ['vary', 'cookie, authorization'];

/** What one user sees is never kept; what everyone sees is kept and checked each time. */
export function cacheHeaders({ user }: Context, isRead: boolean): [string, string][] {
  return [['cache-control', user || !isRead ? 'no-store' : 'no-cache'], varyByCaller];
}
