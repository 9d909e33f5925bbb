/** Longest excerpt, in characters. */
const longest = 240;

/** How much of the text is looked at, in characters: enough for an excerpt behind a picture and a long link. */
const window = 4_000;

/** The beginning of a Markdown text as plain text: its first paragraphs, without headings, code and pictures. */
export function toExcerpt(markdown: string): string {
  const paragraphs = blocksOf(markdown.slice(0, window)).map(toPlain).filter(Boolean);
  return shorten(paragraphs.join(' '));
}

/** Text between blank lines; fenced code, headings, tables and rules are left out. */
function blocksOf(markdown: string): string[] {
  const blocks: string[] = [];
  let fence: string | undefined;
  let block: string[] = [];
  const close = () => {
    blocks.push(block.join(' '));
    block = [];
  };
  for (const line of markdown.split(/\r\n?|\n/)) {
    const [, mark] = /^ {0,3}(`{3}|~{3})/.exec(line) ?? [];
    if (mark && (!fence || mark === fence)) {
      fence = fence ? undefined : mark;
      close();
    } else if (fence === undefined) {
      if (isText(line)) block.push(line);
      else close();
    }
  }
  close();
  return blocks;
}

function isText(line: string): boolean {
  return !/^\s*$|^ {0,3}(?:#{1,6}(?:\s|$)|\||(?:[-*_=]\s*){3,}$)|^(?: {4}|\t)/.test(line);
}

/** Removes inline marks, and those at the start of a line of a quotation or list. */
function toPlain(block: string): string {
  return block
    .replace(/!\[[^\]]{0,500}\]\([^)]{0,500}\)/g, '')
    .replace(/\[([^\]]{0,500})\]\([^)]{0,500}\)/g, '$1')
    .replace(/<[^<>]{1,500}>/g, '')
    .replace(/(^|\s)(?:>|[-*+]|\d{1,9}[.)])(?=\s)/g, '$1')
    .replace(/\*{1,3}|~~|`+|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
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
