/** Names of types that have none of their own. */
import { pascalCase } from '../naming.ts';

/** Longest name: file systems and compilers have limits, and people as well. */
const maxLength = 72;

/** The name of what a property of a type holds: `Post`, `status` → `PostStatus`. */
export function partName(owner: string, property: string): string {
  const name = owner + pascalCase(property);
  if (name.length <= maxLength) return name;
  const end = pascalCase(property).slice(0, 24);
  return `${owner.slice(0, maxLength - end.length - 8)}${end}X${fingerprint(name)}`;
}

/** The name of one of many: `PostTags` → `PostTag`, `PostNews` → `PostNewsItem`. */
export function itemName(many: string): string {
  if (/[^aeiou]ies$/.test(many)) return `${many.slice(0, -3)}y`;
  if (/[^aisu]s$/.test(many)) return many.slice(0, -1);
  return partName(many, 'Item');
}

/** Seven characters that are other ones for another text. */
function fingerprint(text: string): string {
  let hash = 0;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36).toUpperCase().padStart(7, '0');
}
