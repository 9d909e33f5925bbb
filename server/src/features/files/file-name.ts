import type { UploadType } from './content-type.ts';

/** Longest stored name, in characters. */
const longest = 120;

/** Extensions that a name may have for what the content is; the first is added where it has none of them. */
const extensions: Readonly<Record<UploadType, readonly [string, ...string[]]>> = {
  'image/png': ['.png', '.apng'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'image/avif': ['.avif'],
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt', '.text', '.log', '.md', '.csv', '.tsv', '.json', '.yaml', '.yml', '.toml', '.srt'],
  'audio/mpeg': ['.mp3'],
  'video/mp4': ['.mp4', '.m4v'],
};

/**
 * Makes the name of an upload safe to store, to show and to offer for saving: the last part of a path, without
 * control, direction and reserved characters, with an extension that a system opens as what the content is.
 */
export function safeFileName(name: string, type: UploadType): string {
  const base = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const extension = extensions[type].find((known) => clean.toLowerCase().endsWith(known));
  const stem = extension ? clean.slice(0, -extension.length) : clean;
  return (shorten(stem) || 'file') + (extension ?? extensions[type][0]);
}

/** Shortens between characters. */
function shorten(stem: string): string {
  return stem.slice(0, longest - 8).replace(/[\uD800-\uDBFF]$/, '');
}
