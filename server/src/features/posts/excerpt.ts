/** Longest excerpt, in characters. */
const longest = 240;

/** How much of the text is looked at, in characters: enough for an excerpt behind a picture and a long link. */
const window = 4_000;

/** The beginning of a Markdown text as plain text: what stands before the first heading, or else after it. */
export function toExcerpt(markdown: string): string {
  const sections = sectionsOf(markdown.slice(0, window));
  return shorten(sections.map((blocks) => blocks.map(toPlain).filter(Boolean).join(' ')).find(Boolean) ?? '');
}

/** The text between headings, as blocks between blank lines; code, tables and rules are left out. */
function sectionsOf(markdown: string): string[][] {
  const sections: string[][] = [[]];
  let fence: string | undefined;
  let isOpen = false;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const [, mark] = /^ {0,3}(`{3}|~{3})/.exec(line) ?? [];
    const isFence = mark !== undefined && (fence === undefined || mark === fence);
    if (isFence) fence = fence === undefined ? mark : undefined;
    else if (fence === undefined && isHeading(line)) sections.push([]);
    const isPlain = !isFence && fence === undefined && isText(line);
    const blocks = sections.at(-1) ?? [];
    if (isPlain && isOpen) blocks.push(`${blocks.pop()} ${line}`);
    else if (isPlain) blocks.push(line);
    isOpen = isPlain;
  }
  return sections;
}

function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line);
}

function isText(line: string): boolean {
  return !isHeading(line) && !/^\s*$|^ {0,3}(?:\||(?:[-*_=]\s*){3,}$)|^(?: {4}|\t)/.test(line);
}

/** Removes inline marks, and those at the start of a line of a quotation or list. */
function toPlain(block: string): string {
  return block
    .replace(/!\[[^\]]{0,500}\]\([^)]{0,500}\)/g, '')
    .replace(/\[([^\]]{0,500})\]\([^)]{0,500}\)/g, '$1')
    .replace(/<[^<>]{1,500}>/g, '')
    .replace(/(^|\s)(?:>|[-*+]|\d{1,9}[.)])(?=\s)/g, '$1')
    .replace(
      /\\([!-/:-@[-`{-~])|\*{1,3}|~~|`+|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu,
      (_mark, escaped = '') => escaped,
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cuts between words, and never inside a character. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  const kept = space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:.–-]+$/, '')}…`;
}
