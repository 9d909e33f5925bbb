import { randomInt } from 'node:crypto';
import { isUniqueViolation } from '../../db/failures.ts';

/** Longest slug made from a title, in characters; a suffix may follow. */
const longest = 80;

/** Words that the site uses as addresses beside posts. */
const reserved = new Set(['new', 'mine', 'drafts', 'edit', 'tags', 'feed']);

/** Letters that do not decompose into a plain one and a mark. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  þ: 'th',
};

/**
 * The readable part of an address: the title's words in lower case, joined by hyphens, in any script. Latin letters lose
 * their accents.
 * @example toSlug('Crème brûlée, twice') // 'creme-brulee-twice'
 */
export function toSlug(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[ßæœøđłþ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
  const slug = cut(words);
  return slug && !reserved.has(slug) ? slug : withSuffix(slug || 'post');
}

/** The same slug, told apart by six random characters. */
export function withSuffix(slug: string): string {
  return `${slug}-${randomInt(36 ** 6)
    .toString(36)
    .padStart(6, '0')}`;
}

/** As many whole words as fit; of a first word that is too long, its beginning. */
function cut(words: readonly string[]): string {
  let slug = [...(words[0] ?? '')].slice(0, longest).join('');
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}

/**
 * Writes a post under its slug, or under one with a suffix when another post has it; the unique index decides.
 * @param write must be a transaction of its own: it fails when the slug is taken
 */
export async function writeWithSlug<Result>(
  slug: string,
  write: (slug: string) => Promise<Result>,
): Promise<Result> {
  try {
    return await write(slug);
  } catch (error) {
    if (!isUniqueViolation(error, 'posts_slug_key')) throw error;
    return write(withSuffix(slug));
  }
}
