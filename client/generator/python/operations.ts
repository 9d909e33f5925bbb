/** Operations → the constants that say how they are called. */
import type { Answer } from '../ir.ts';
import type { ObjectDeclaration, Operation } from '../nominal/nominal-api.ts';
import { indent, quote } from './text.ts';
import { codec, type Types } from './types.ts';
import { readValue } from './values.ts';

/** The call of `Operation` that describes one. */
export function printOperation(operation: Operation, types: Types): string {
  const { id, route, input, idempotent, repeatable, stream, paged } = operation;
  const fields = (input?.fields ?? []).map(
    (field) => `${quote(field.name)}: ${readValue(field, types).codec},`,
  );
  const rest = restOf(operation, types);
  const lines = [
    quote(id),
    quote(route.method),
    quote(route.path),
    fields.length > 0 && `arguments=lambda: {\n${indent(fields.join('\n'))}\n}`,
    rest && `rest=lambda: ${codec(rest, types)}`,
    route.params.length > 0 && `params=(${route.params.map(quote).join(', ')},)`,
    route.body !== 'none' && `body=${quote(bodyOf(operation))}`,
    `output=lambda: ${outputOf(operation, types)}`,
    route.answer !== 'json' && `answer=${quote(route.answer === 'html' ? 'text' : route.answer)}`,
    accepts[route.answer] && `accept=${quote(accepts[route.answer] ?? '')}`,
    repeatable && 'repeatable=True',
    idempotent && 'idempotent=True',
    stream === 'resumable' && 'resumable=True',
    paged && `pages=Pages(${[paged.cursor, paged.items, paged.next].map(quote).join(', ')})`,
  ];
  return `Operation(\n${indent(`${lines.filter(Boolean).join(',\n')},`)}\n)`;
}

/** An input that may be left out is no body then. */
function bodyOf({ route, input }: Operation): string {
  return route.body === 'json' && input?.optional ? 'optional' : route.body;
}

/** Of pages, the list's type. */
function outputOf({ paged, output }: Operation, types: Types): string {
  if (paged) return `list_of(${codec(paged.item, types)})`;
  return output ? codec(output, types) : 'ANY';
}

const accepts: Partial<Record<Answer, string>> = {
  file: '*/*',
  text: '*/*',
  html: '*/*',
  redirect: '*/*',
  none: '*/*',
  stream: 'text/event-stream',
};

/** Type of the arguments beyond those that have a name, if there may be some. */
export function restOf({ input }: Operation, { declarations }: Types): ObjectDeclaration['rest'] {
  const declaration = input && declarations.get(input.name);
  return declaration?.kind === 'object' ? declaration.rest : undefined;
}
