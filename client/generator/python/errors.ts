/** Error codes → `errors.py`. */
import type { ErrorCode } from '../ir.ts';
import { pascalCase } from '../naming.ts';
import { errorScope } from './names.ts';
import { docstring, indent, quote } from './text.ts';

/** An exception for every code. */
export function printErrors(errors: readonly ErrorCode[], head: string): string {
  const nameOf = errorScope();
  const named = errors.map(({ code, status, title }) => ({
    name: nameOf(pascalCase(code)),
    code,
    says: `${title || code} (${status}).`,
  }));
  const classes = named.map(
    ({ name, says }) => `class ${name}(ApiError):\n${indent(docstring([says]).join('\n'))}`,
  );
  const entries = named.map(({ name, code }) => `    ${quote(code)}: ${name},`);
  const exported = ['BY_CODE', ...named.map(({ name }) => name)].map((name) => `    ${quote(name)},`);
  return `${[
    head,
    'from typing import Dict, Type\n\nfrom ..runtime.failures import ApiError',
    `__all__ = [\n${exported.join('\n')}\n]\n`,
    ...classes.map((text) => `${text}\n`),
    `BY_CODE: Dict[str, Type[ApiError]] = {\n${entries.join('\n')}\n}`,
    '"""Exceptions by the code of their problem; a code that is not here is an ``ApiError``."""',
  ].join('\n\n')}\n`;
}
