/** Snippets of code in documents, so that they can be run. */

/** The fenced blocks of a language, in their order. */
export function snippets(markdown: string, language: string): string[] {
  const fences = markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm);
  return Array.from(fences).flatMap(([, tag, text = '']) => (tag === language ? [text] : []));
}
