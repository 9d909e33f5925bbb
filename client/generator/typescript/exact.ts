/** What TypeScript says more exactly than other languages. */
import type { Exact, Type } from '../ir.ts';

/** Writes it as an expression; undefined where TypeScript has none for it. @param text writes a type */
export function exactExpression(exact: Exact, text: (type: Type) => string): string | undefined {
  switch (exact.kind) {
    case 'undefined':
      return 'undefined';
    case 'anything':
      return 'unknown';
    case 'bigints':
      return exact.values.every((value) => /^-?\d+$/.test(value))
        ? exact.values.map((value) => `${value}n`).join(' | ')
        : undefined;
    case 'template':
      return exact.parts.every((part) => typeof part === 'string' || isPrintable(part))
        ? `\`${exact.parts.map((part) => (typeof part === 'string' ? fixedText(part) : `\${${text(part)}}`)).join('')}\``
        : undefined;
  }
}

/** Whether a value of the type can stand in a template. */
function isPrintable(type: Type): boolean {
  if (type.kind === 'union') return type.parts.every(isPrintable);
  if (type.exact?.kind === 'anything') return false;
  return type.kind === 'literals' || (type.kind === 'scalar' && printable.has(type.name));
}

const printable: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'null', 'bigint']);

function fixedText(text: string): string {
  return text.replaceAll(/[\\`$]/g, String.raw`\$&`).replaceAll('\r', String.raw`\r`);
}
