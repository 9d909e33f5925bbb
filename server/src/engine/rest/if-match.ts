/** Reads the version that a client edited from `If-Match`. @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1 */
import { fail } from '../errors/failure.ts';

const tag = /^(?:W\/)?"(\d{1,15})(?:\.[\w-]+)?"$/;

/**
 * The version in an entity tag: of `"7"`, and of the longer tags that a GET answers (`"7.…"`). A tag that a
 * proxy weakened when it compressed the answer counts too, since the version alone is compared.
 * @returns undefined for `*`: any version will do
 * @throws Failure `bad_request` for anything else
 */
export function versionOf(ifMatch: string): number | undefined {
  const value = ifMatch.trim();
  if (value === '*') return undefined;
  const [, version] = tag.exec(value) ?? [];
  if (version === undefined) throw fail('bad_request', { detail: 'If-Match takes one version, as "7"' });
  return Number(version);
}
