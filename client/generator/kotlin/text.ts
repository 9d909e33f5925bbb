/** Small pieces of Kotlin text. */

/** A string literal. */
export function quote(text: string): string {
  const escaped = text
    .replaceAll(/[\\"$]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `"${escaped.replaceAll(/[^\P{C}]|[\u2028\u2029]/gu, unicodeEscape)}"`;
}

function unicodeEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** Every line four spaces further in. */
export function indent(text: string, times = 1): string {
  return text.replaceAll(/^(?=.)/gm, '    '.repeat(times));
}

/** The lines of a doc-comment, a paragraph for each text; none where all are empty. */
export function kdoc(paragraphs: readonly string[], tags: readonly string[] = []): string[] {
  const texts = [...paragraphs, tags.join('\n')].map(kdocLines).filter((lines) => lines.length > 0);
  const lines = texts.flatMap((text, index) => (index === 0 ? text : ['', ...text]));
  if (lines.length === 0) return [];
  if (lines.length === 1) return [`/** ${lines[0]} */`];
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'];
}

/** Kotlin's comments nest, so that neither mark may stand in them. */
function kdocLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim().replaceAll('*/', '*&#47;').replaceAll('/*', '/&#42;'))
    .filter((line) => line !== '');
}

/** A file of the generated part. */
export function kotlinFile(packageName: string, imports: readonly string[], body: string): string {
  const used = imports.filter((name) => new RegExp(`\\b${name.split('.').at(-1)}\\b`).test(body));
  const lines = [...used.map((name) => `import ${name}`), `import ${packageName}.runtime.*`].toSorted();
  return [
    `// Generated from the API's document: do not edit.`,
    '@file:Suppress("DEPRECATION")',
    '',
    `package ${packageName}`,
    '',
    ...lines,
    '',
    body.trimEnd(),
    '',
  ].join('\n');
}
