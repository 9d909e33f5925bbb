/** Swift in a document → a file that compiles. */

/** Blocks that begin with a declaration stand as they are; others are bodies: they have a `client`, and may suspend. */
export function swiftSnippets(markdown: string): readonly string[] {
  const blocks = Array.from(markdown.matchAll(/^```swift\n(.*?)^```$/gms), ([, text = '']) => text);
  return blocks.map((text, index) => {
    const body = text.replaceAll(/^import \w+\n/gm, '').trim();
    const code = /^(?:func|struct|actor|final class|@MainActor)\b/.test(body)
      ? body
      : inFunction(body, index);
    return `import Foundation\nimport Portico\n\n${code}\n`;
  });
}

function inFunction(body: string, index: number): string {
  const parameter = /^let client =/m.test(body) ? '' : '_ client: PorticoClient';
  return `func snippet${index + 1}(${parameter}) async throws {\n${body}\n}`;
}
