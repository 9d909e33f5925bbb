/** Operations → methods, one that waits and one to be awaited. */
import type { InputField, Operation } from '../nominal/nominal-api.ts';
import { parameterScope } from './names.ts';
import { restOf } from './operations.ts';
import { bracketed, docstring, indent, quote } from './text.ts';
import { annotation, type Types } from './types.ts';
import { readValue } from './values.ts';

/** Which of the two clients a method belongs to. */
export type Manner = 'sync' | 'async';

/** Everything that a method is printed from. */
export interface Method {
  readonly operation: Operation;
  readonly name: string;
  /** Name of the constant that says how it is called. */
  readonly constant: string;
}

/** A method of a group. */
export function printMethod({ operation, name, constant }: Method, manner: Manner, types: Types): string {
  const parameters = readParameters(operation, types);
  const rest = restOf(operation, types);
  const others = rest ? [`extra: Optional[Mapping[str, ${annotation(rest, types)}]] = None`] : [];
  const listed = [...parameters.map(({ text }) => text), ...others];
  const given = parameters.map(({ field, name }) => `${quote(field.name)}: ${name}`);
  const argument = bracketed('{', [...(rest ? ['**(extra or {})'] : []), ...given], '}', 56);
  const { type, how } = answerOf(operation, manner, types);
  const lines = [
    ...docstring([operation.summary, operation.description, notes(operation), explain(parameters)]),
    `return ${manner === 'async' ? 'await ' : ''}self._caller.${how}(${constant}, ${argument})`,
  ];
  const taken = ['self', ...(listed.length > 0 ? ['*', ...listed] : [])];
  const head = bracketed(`${manner === 'async' ? 'async ' : ''}def ${name}(`, taken, `) -> ${type}:`, 4);
  return `${head}\n${indent(lines.join('\n'))}`;
}

interface Parameter {
  readonly field: InputField;
  readonly name: string;
  readonly text: string;
}

/** In the order of the document; what must be given comes first. */
function readParameters({ input }: Operation, types: Types): Parameter[] {
  const nameOf = parameterScope();
  const fields = input?.fields ?? [];
  const isOptional = input?.optional ?? false;
  return fields
    .map((field) => {
      const name = nameOf(field.name);
      const { annotation: type, fallback } = readValue(field, types, field.required && !isOptional);
      const text = `${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`;
      return { field, name, text, isGiven: fallback === undefined };
    })
    .toSorted((a, b) => Number(b.isGiven) - Number(a.isGiven));
}

function answerOf({ answer, output, paged }: Operation, manner: Manner, types: Types) {
  const own = (name: string) => (manner === 'async' ? `Async${name}` : name);
  if (paged) return { type: `${own('Page')}[${annotation(paged.item, types)}]`, how: 'page' };
  if (answer === 'file') return { type: own('Download'), how: 'download' };
  if (answer === 'stream') {
    return { type: `${own('Stream')}[${output ? annotation(output, types) : 'Any'}]`, how: 'stream' };
  }
  if (answer === 'json') return { type: output ? annotation(output, types) : 'Any', how: 'call' };
  return { type: answer === 'none' ? 'None' : 'str', how: 'call' };
}

function notes({ access, deprecated, sunset }: Operation): string {
  const end = sunset === undefined ? '' : `; it ends at ${sunset}`;
  return [access === 'anyone' ? '' : `Needs the role ${access}.`, deprecated ? `Deprecated${end}.` : '']
    .filter(Boolean)
    .join('\n');
}

function explain(parameters: readonly Parameter[]): string {
  return parameters
    .filter(({ field }) => field.description !== '')
    .map(({ name, field }) => `:param ${name}: ${field.description.replaceAll(/\s+/g, ' ')}`)
    .join('\n');
}
