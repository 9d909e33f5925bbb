/** Longest stored name, in characters. */
const longest = 120;

/**
 * Makes the name of an upload safe to store, to show and to offer for saving: the last part of a path, without
 * control, direction and reserved characters.
 */
export function safeFileName(name: string): string {
  const base = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  return shorten(clean) || 'file';
}

/** Shortens before the extension, and between characters. */
function shorten(name: string): string {
  if (name.length <= longest) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return name.slice(0, longest - extension.length).replace(/[\uD800-\uDBFF]$/, '') + extension;
}
