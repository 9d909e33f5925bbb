/** Says how long an answer may be kept, and recognises one that the client has. @see https://www.rfc-editor.org/rfc/rfc9111 */
import { hash } from 'node:crypto';
import type { Context } from '../procedure/context.ts';

/** Characters of the hash in an entity tag: 132 bits. */
const digestLength = 22;

/**
 * A strong entity tag of a JSON answer, quoted. A resource with a version has it in front (`"7.…"`), where
 * `If-Match` finds it; the hash behind it is needed because two callers may see one version differently, and
 * because what a resource embeds (its author, say) changes without it.
 */
export function entityTag(value: unknown, body: string): string {
  const digest = hash('sha256', body, 'base64url').slice(0, digestLength);
  const version =
    typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  return Number.isSafeInteger(version) ? `"${version}.${digest}"` : `"${digest}"`;
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
