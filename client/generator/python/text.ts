/** Small pieces of Python text. */

/** A text literal; JSON's escapes are Python's, but for what stands outside the basic plane. */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]|\p{Cf}/gu, escaped);
}

/** What cannot be seen, or turns the direction of what follows, is written by number. */
function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A value as Python writes it. */
export function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? quote(value) : String(value);
}

/** Every line that is not empty one level further in. */
export function indent(text: string, levels = 1): string {
  return text.replaceAll(/^(?=.)/gm, '    '.repeat(levels));
}

const width = 110;

/** A docstring of paragraphs and lists; none where there is nothing to say. */
export function docstring(paragraphs: readonly string[]): string[] {
  const said = paragraphs.map(readable).filter((text) => text !== '');
  const [only = ''] = said;
  if (said.length === 0) return [];
  if (said.length === 1 && !only.includes('\n')) return [`"""${only}"""`];
  return ['"""', ...said.join('\n\n').split('\n'), '"""'];
}

/** Text that ends no docstring, and lines that are not too long. */
function readable(text: string): string {
  const safe = text
    .trim()
    .replaceAll('\\', '\\\\')
    .replaceAll('"""', '\\"\\"\\"')
    .replace(/(?<!\\)"$/, '\\"');
  return safe
    .split('\n')
    .map((line) => wrap(line.trimEnd()))
    .join('\n');
}

function wrap(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/)) {
    if (current !== '' && `${current} ${word}`.length > width - 8) {
      lines.push(current);
      current = line.startsWith(':') ? `    ${word}` : word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join('\n');
}

/**
 * The lines that import what a text names, Python's own modules first.
 * @param sources names by the module that has them
 */
export function imports(text: string, sources: Readonly<Record<string, readonly string[]>>): string {
  const code = text.replaceAll(/"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|\bdef [^(]+|\.[^\W\d]\w*/gsu, '');
  const words = new Set(code.match(/[\p{L}_][\p{L}\p{N}_]*\(?/gu));
  const lines = Object.entries(sources).flatMap(([module, names]) => {
    const used = names
      .filter((name) => words.has(`${name}(`) || (isType(name) && words.has(name)))
      .toSorted();
    return used.length > 0 ? [fitted(`from ${module} import `, used)] : [];
  });
  const [own, others] = [true, false].map((isOwn) =>
    lines.filter((line) => line.startsWith('from .') === isOwn).join('\n'),
  );
  return [others, own].filter(Boolean).join('\n\n');
}

/** Functions are used where they are called: a parameter may have the same name. */
function isType(name: string): boolean {
  return /^\p{Lu}|^(?:datetime|dataclass|cached_property|models)$/u.test(name);
}

/** On one line, or in parentheses on several. */
function fitted(head: string, names: readonly string[]): string {
  const line = head + names.join(', ');
  return line.length <= width ? line : `${head}(\n${indent(names.map((name) => `${name},`).join('\n'))}\n)`;
}

/** A call or a subscript on one line, or with a line for each part. */
export function bracketed(open: string, parts: readonly string[], close: string, before = 0): string {
  const line = open + parts.join(', ') + close;
  if (before + line.length <= width && !line.includes('\n')) return line;
  return `${open}\n${indent(parts.map((part) => `${part},`).join('\n'))}\n${close}`;
}
