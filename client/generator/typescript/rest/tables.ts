/** Operations → the table that the runtime reads. */
import type { Description } from '../../../src/rest/client.ts';
import type { OperationRow } from '../../../src/rest/operation-table.ts';
import type { NominalApi, Operation } from '../../nominal/nominal-api.ts';
import { propertyName, quote } from '../text.ts';
import { createCodecs } from './codecs.ts';

/** What the runtime knows of the operations and types. */
export function describeTables(api: NominalApi): Description {
  const codecs = createCodecs(api);
  const rows = api.operations.map((operation) => {
    const output = operation.output && codecs.of(operation.output);
    return [operation.id, row(operation, output)] as const;
  });
  return {
    userAgent: `portico-client-ts/${api.version.replaceAll(/[^\w.+-]/g, '_')}`,
    operations: Object.fromEntries(rows),
    types: codecs.types,
    ...(api.tokens && { tokens: api.tokens }),
  };
}

/** Prints `description`, one row a line. */
export function printTables(api: NominalApi): string {
  const { userAgent, operations, types, tokens } = describeTables(api);
  const rows = (table: object) =>
    Object.entries(table).map(([name, part]) => `    ${key(name)}: ${value(part)},`);
  return [
    '/** What the runtime knows of the operations and types. */',
    'export const description: Description = {',
    `  userAgent: ${quote(userAgent)},`,
    ...['  operations: {', ...rows(operations), '  },'],
    ...['  types: {', ...rows(types), '  },'],
    ...(tokens ? [`  tokens: ${value(tokens)},`] : []),
    '};',
  ].join('\n');
}

function row(
  { route, answer, input, idempotent, paged, stream }: Operation,
  output: OperationRow['output'] | null,
) {
  return {
    route: `${route.method} ${route.path}`,
    ...(route.body !== 'none' && { body: route.body }),
    ...(answer !== 'json' && { answer: answer === 'html' ? 'text' : answer }),
    ...(output && { output }),
    ...(!input && { inputless: true }),
    ...(idempotent && { idempotent }),
    ...(paged && { paged: [paged.cursor, paged.items, paged.next] as const }),
    ...(stream === 'resumable' && { resumable: true }),
  } satisfies OperationRow;
}

/** A value as an expression on one line. */
function value(part: unknown): string {
  if (typeof part === 'string') return quote(part);
  if (Array.isArray(part)) return `[${part.map(value).join(', ')}]`;
  if (typeof part !== 'object' || part === null) return String(part);
  const entries = Object.entries(part).map(([name, inner]) => `${key(name)}: ${value(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** In brackets where a literal would set the prototype. */
function key(name: string): string {
  return name === '__proto__' ? "['__proto__']" : propertyName(name);
}
