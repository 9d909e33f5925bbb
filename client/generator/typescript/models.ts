/** Models, inputs and outputs → documented declarations. */
import type { Api, Model, Procedure, Type } from '../ir.ts';
import { docComment } from './text.ts';
import { isInterface, objectBody, typeExpression } from './types.ts';

/** A procedure's input and output as expressions, naming the declarations made for them. */
export interface Signature {
  readonly input: string;
  readonly output: string;
}

/** Declares every model. */
export function modelDeclarations({ models }: Api): string[] {
  return models.map(declare);
}

/** Declares the inputs and outputs that have no name yet. */
export function signatureDeclarations(procedure: Procedure): string[] {
  const { id, name, input, output, summary } = procedure;
  const inputs = isNameable(input)
    ? [declare({ name: inputName(name), description: `Input of \`${id}\`: ${summary}`, type: input })]
    : [];
  const outputs = isNameable(output)
    ? [declare({ name: outputName(name), description: `Output of \`${id}\`: ${summary}`, type: output })]
    : [];
  return [...inputs, ...outputs];
}

/** How a procedure's declaration names its input and output. */
export function signature(procedure: Procedure): Signature {
  const { name, input, inputOptional, output, outputOptional, form, stream } = procedure;
  const alternatives = [
    isNameable(input) ? inputName(name) : typeExpression(input),
    form && 'FormData',
    inputOptional && 'undefined',
  ];
  const answered = streamed(isNameable(output) ? outputName(name) : typeExpression(output), stream);
  return {
    input: alternatives.filter(Boolean).join(' | '),
    output: outputOptional ? `${answered} | undefined` : answered,
  };
}

/** How a client gets the items of a stream. */
function streamed(item: string, stream: Procedure['stream']): string {
  if (stream === 'none') return item;
  return `AsyncIterable<${stream === 'plain' ? item : `{ id: string; data: ${item} }`}, void, unknown>`;
}

function declare({ name, description, type }: Model): string {
  const declaration =
    type.kind === 'object' && isInterface(type)
      ? `export interface ${name} ${objectBody(type)}`
      : `export type ${name} = ${typeExpression(type)};`;
  return [...docComment([description]), declaration].join('\n');
}

function isNameable(type: Type): boolean {
  if (type.exact) return false;
  return type.kind === 'object' || type.kind === 'intersection' || type.kind === 'union';
}

function inputName(name: string): string {
  return `${name}Input`;
}

function outputName(name: string): string {
  return `${name}Output`;
}
