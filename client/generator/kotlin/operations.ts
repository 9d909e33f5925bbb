/** Operations → functions. */
import type { Operation } from '../nominal/nominal-api.ts';
import { fieldText } from './fields.ts';
import { inputsOf, type NamedInput, parameterLines, printInput, restOf } from './inputs.ts';
import { memberScope } from './names.ts';
import { indent, kdoc, quote } from './text.ts';
import { reader, type Types, typeName } from './types.ts';

/** What functions are printed with. */
export interface Printing {
  readonly types: Types;
  /** The subclass of `ApiException` for a code. */
  readonly exceptionOf: (code: string) => string | undefined;
  /** Ids of the operations that go without a token. */
  readonly anonymous: ReadonlySet<string>;
}

/** A function of this name. */
export function printOperation(operation: Operation, name: string, printing: Printing): string {
  const { types } = printing;
  const inputs = inputsOf(operation);
  const isStream = operation.answer === 'stream';
  const { method, result, read } = answered(operation, types);
  const parts = [
    printDescription(operation, printing),
    'options,',
    ...(isStream ? [`isResumable = ${operation.stream === 'resumable'},`] : []),
    printInput(operation, inputs, types),
    ...(read === undefined ? [] : [`{ ${read} },`]),
  ];
  return [
    ...printHead(operation, inputs, printing),
    `public ${isStream ? '' : 'suspend '}fun ${name}(`,
    ...parameterLines(inputs, types, restOf(operation, types)).map((line) => indent(line)),
    `): ${result} = caller.${method}(`,
    ...parts.map((part) => indent(part)),
    ')',
  ].join('\n');
}

/** A function of this name that iterates over all pages; `load` reads one. */
export function printPages(operation: Operation, name: string, load: string, printing: Printing): string {
  const { paged } = operation;
  if (!paged) return '';
  const inputs = inputsOf(operation);
  const others = inputs.filter(({ field }) => field.name !== paged.cursor);
  const cursor = inputs.find(({ field }) => field.name === paged.cursor)?.name ?? paged.cursor;
  const page = operation.output && typeName(operation.output, printing.types);
  const member = memberScope();
  const declared =
    operation.output?.kind === 'named' && printing.types.declarations.get(operation.output.name);
  const fields = declared && declared.kind === 'object' ? declared.fields : [];
  const names = new Map(fields.map((field) => [field.name, member(field.name)]));
  const passed = [...others.map(({ name: key }) => `${key} = ${key}`), 'options = options'];
  return [
    ...kdoc([`${operation.summary}: all pages`, `Each page is asked for when it is needed. See [${load}].`]),
    ...deprecation(operation),
    `public fun ${name}(`,
    ...parameterLines(others, printing.types).map((line) => indent(line)),
    `): Flow<${typeName(paged.item, printing.types)}> = pages<${page}, ${typeName(paged.item, printing.types)}>(`,
    `    load = { next -> ${load}(${[`${cursor} = next`, ...passed].join(', ')}) },`,
    `    items = { it.${names.get(paged.items)} },`,
    `    next = { it.${names.get(paged.next)} },`,
    ')',
  ].join('\n');
}

function printHead(operation: Operation, inputs: readonly NamedInput[], { exceptionOf }: Printing): string[] {
  const described = inputs.flatMap(({ field, name }) => {
    const text = fieldText(field);
    return text === '' ? [] : [`@param ${name} ${text.replaceAll(/\s+/g, ' ')}`];
  });
  const thrown = operation.errors.flatMap((code) => {
    const name = exceptionOf(code);
    return name === undefined ? [] : [`@throws ApiException.${name}`];
  });
  const access = operation.access === 'anyone' ? 'Anyone may call it.' : `For: ${operation.access}.`;
  return [
    ...kdoc([operation.summary, operation.description, access], [...described, ...thrown]),
    ...deprecation(operation),
  ];
}

function deprecation({ deprecated, sunset }: Operation): string[] {
  if (!deprecated) return [];
  return [`@Deprecated(${quote(sunset ? `It stops to answer at ${sunset}.` : 'It will go away.')})`];
}

const accepts: Readonly<Partial<Record<Operation['answer'], string>>> = {
  stream: 'text/event-stream',
  file: '*/*',
  text: 'text/plain',
  html: 'text/html',
  redirect: '*/*',
};

function printDescription(operation: Operation, { anonymous }: Printing): string {
  const { id, route, answer, idempotent, repeatable } = operation;
  const accept = accepts[answer];
  const parts = [
    ...[id, route.method, route.path].map(quote),
    ...(idempotent ? ['isIdempotent = true'] : []),
    ...(repeatable ? ['isRepeatable = true'] : []),
    ...(accept === undefined ? [] : [`accept = ${quote(accept)}`]),
    ...(anonymous.has(id) ? ['isAnonymous = true'] : []),
  ];
  return `Operation(${parts.join(', ')}),`;
}

interface Answered {
  readonly method: string;
  readonly result: string;
  readonly read?: string;
}

function answered({ answer, output }: Operation, types: Types): Answered {
  switch (answer) {
    case 'json':
    case 'stream': {
      const ref = output ?? ({ kind: 'json' } as const);
      const type = typeName(ref, types);
      return answer === 'json'
        ? { method: 'json', result: type, read: reader(ref, types) }
        : { method: 'stream', result: `Flow<${type}>`, read: reader(ref, types) };
    }
    case 'none':
      return { method: 'nothing', result: 'Unit' };
    case 'file':
      return { method: 'download', result: 'Download' };
    case 'redirect':
      return { method: 'location', result: 'String' };
    case 'text':
    case 'html':
      return { method: 'text', result: 'String' };
  }
}
