/** Codes of problems → exceptions. */
import type { NominalApi } from '../nominal/nominal-api.ts';
import { typeScope } from './names.ts';
import { indent, kdoc, quote } from './text.ts';

/** The class of every code. */
export function exceptionNames({ errors }: NominalApi): ReadonlyMap<string, string> {
  const scope = typeScope(
    new Set(['Unknown', 'Problem', 'ApiException', 'ProblemException', 'String', 'Companion']),
  );
  return new Map(errors.map(({ code }) => [code, scope(code)]));
}

export function printExceptions({ errors }: NominalApi, names: ReadonlyMap<string, string>): string {
  const classes = errors.map(({ code, status, title }) =>
    [
      ...kdoc([`\`${code}\`, ${status}: ${title}`]),
      `public class ${names.get(code)} internal constructor(problem: Problem) : ApiException(problem)`,
    ].join('\n'),
  );
  return [
    '/** The server answered with a problem: one class for each code. */',
    'public sealed class ApiException(problem: Problem) : ProblemException(problem) {',
    indent(classes.join('\n\n')),
    '',
    '    /** A code that this client does not know, or an answer that is no problem. */',
    '    public class Unknown internal constructor(problem: Problem) : ApiException(problem)',
    '',
    '    internal companion object {',
    '        fun of(problem: Problem): ApiException = when (problem.code) {',
    ...errors.map(({ code }) => `            ${quote(code)} -> ${names.get(code)}(problem)`),
    '            else -> Unknown(problem)',
    '        }',
    '    }',
    '}',
  ].join('\n');
}
