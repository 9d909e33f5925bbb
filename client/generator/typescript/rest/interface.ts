/** Operations → the interface of the client, by the parts of their ids. */
import { GeneratorError } from '../../generator-error.ts';
import type { NominalApi, Operation } from '../../nominal/nominal-api.ts';
import { docComment, indent, propertyName, quote } from '../text.ts';
import { createTypeNames, refText, type TypeNames } from './declarations.ts';

/** Declares `Api`, and `Always`: the codes that any operation may fail with. */
export function printInterface(api: NominalApi): string[] {
  const common = commonErrors(api.operations);
  const names = createTypeNames(api);
  const text = group(tree(api.operations), (operation) => member(operation, names, common));
  return [
    `${docComment(['What any operation may fail with.']).join('\n')}\nexport type Always = ${union(common)};`,
    `${docComment([`Every operation of ${api.title}.`]).join('\n')}\nexport interface Api ${text}`,
  ];
}

/** Operations by the parts of their ids. */
type Tree = Map<string, Tree | Operation>;

function tree(operations: readonly Operation[]): Tree {
  const all: Tree = new Map();
  for (const operation of operations) {
    let here = all;
    for (const segment of operation.group) {
      const next = here.get(segment) ?? new Map();
      if (!(next instanceof Map)) throw new GeneratorError(`${next.id} is an operation and a group at once`);
      here.set(segment, next);
      here = next;
    }
    if (here.has(operation.name))
      throw new GeneratorError(`${operation.id} is an operation and a group at once`);
    here.set(operation.name, operation);
  }
  return all;
}

function group(nodes: Tree, print: (operation: Operation) => string[]): string {
  const members = Array.from(nodes, ([name, node]) =>
    node instanceof Map ? `readonly ${propertyName(name)}: ${group(node, print)};` : print(node).join('\n'),
  );
  return `{\n${indent(members.join('\n'))}\n}`;
}

function member(operation: Operation, names: TypeNames, common: readonly string[]): string[] {
  const { name, summary, description, route, access, sunset, deprecated } = operation;
  const facts = [`\`${route.method} ${route.path}\``, access === 'anyone' ? '' : `needs role ${access}`];
  const ageing = deprecated && `@deprecated${sunset ? ` It ends on ${sunset.slice(0, 10)}.` : ''}`;
  return [
    ...docComment([summary, description, facts.filter(Boolean).join(' · '), ageing || '']),
    `readonly ${propertyName(name)}: ${operationType(operation, names, common)};`,
  ];
}

function operationType(operation: Operation, names: TypeNames, common: readonly string[]): string {
  const { answer, paged, errors, output } = operation;
  const args = argumentsType(operation);
  const value = output ? refText(output, names, true) : outputs[answer];
  if (answer === 'stream') return `StreamOperation<${args}, ${value}>`;
  const codes = ['Always', ...errors.filter((code) => !common.includes(code)).map(quote)].join(' | ');
  if (paged) return `PagedOperation<${args}, ${value}, ${refText(paged.item, names, true)}, ${codes}>`;
  const type = answer === 'json' || answer === 'none' ? 'Operation' : 'AddressedOperation';
  return `${type}<${args}, ${value}, ${codes}>`;
}

const outputs = {
  json: 'unknown',
  none: 'void',
  file: 'Response',
  text: 'string',
  html: 'string',
  redirect: 'string',
  stream: 'unknown',
} as const;

function argumentsType({ input, route }: Operation): string {
  if (!input) return 'TakesNothing';
  if (route.body === 'form') return `TakesFiles<${input.name}>`;
  return `${input.optional ? 'MayTake' : 'Takes'}<${input.name}>`;
}

function commonErrors([first, ...others]: readonly Operation[]): readonly string[] {
  return (first?.errors ?? []).filter((code) => others.every(({ errors }) => errors.includes(code)));
}

function union(codes: readonly string[]): string {
  return codes.length === 0 ? 'never' : codes.map(quote).join(' | ');
}
