/** Small pieces of Swift text. */

/** A string literal. */
export function quote(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(
      /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
      (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
    );
  return `"${escaped}"`;
}

/** A literal of what a constant or an enum's value is. */
export function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? quote(value) : String(value);
}

/** Every line four spaces further in. */
export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '    ');
}

/** The lines of a doc-comment; none for empty texts. */
export function docComment(paragraphs: readonly string[]): string[] {
  const lines = paragraphs
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => paragraph.trim().split(/\r\n?|[\n\u2028\u2029]/))
    .flatMap((paragraph, index) => (index === 0 ? paragraph : ['', ...paragraph]));
  return lines.map((line) => `/// ${line.replaceAll(/\p{Cc}/gu, ' ')}`.trimEnd());
}

/** `head { … }` with its body's lines further in. */
export function block(head: string, body: readonly string[]): string {
  return [`${head} {`, indent(body.join('\n')), '}'].join('\n');
}

/** A call or a signature: in one line where it fits, else an argument a line. */
export function argumentList(head: string, parts: readonly string[], tail: string): string {
  const line = `${head}(${parts.join(', ')})${tail}`;
  if (line.length <= 110) return line;
  return `${head}(\n${indent(parts.join(',\n'))}\n)${tail}`;
}
