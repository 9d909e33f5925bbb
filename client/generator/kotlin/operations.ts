/** Operations → functions. */
import { GeneratorError } from '../generator-error.ts';
import type { InputField, Operation, Ref } from '../nominal/nominal-api.ts';
import { fieldText, type NamedField, parameter, writeField } from './fields.ts';
import { memberScope } from './names.ts';
import { indent, kdoc, quote } from './text.ts';
import { holdsFile, reader, type Types, typeName, writer } from './types.ts';

/** What functions are printed with. */
export interface Printing {
  readonly types: Types;
  /** The subclass of `ApiException` for a code. */
  readonly exceptionOf: (code: string) => string | undefined;
  /** Ids of the operations that go without a token. */
  readonly anonymous: ReadonlySet<string>;
}

type NamedInput = NamedField & { readonly field: InputField };

/** JVM methods take 255 slots, and a Double takes two. */
const mostParameters = 100;

/** The parameters of an operation, those without a default first. */
export function inputsOf(operation: Operation): NamedInput[] {
  const { input } = operation;
  if (!input) return [];
  const member = memberScope();
  const named = input.fields.map((field) => ({ field, name: member(field.name) }));
  if (named.length > mostParameters) {
    throw new GeneratorError(`${operation.id}: it takes ${named.length} fields, more than a Kotlin function`);
  }
  return named.toSorted((a, b) => Number(hasDefault(a.field)) - Number(hasDefault(b.field)));
}

function hasDefault({ required, constant }: InputField): boolean {
  return !required || constant !== undefined;
}

/** The lines of parameters, call options last. @param rest type of the fields beside the known ones */
export function parameterLines(inputs: readonly NamedInput[], types: Types, rest?: Ref): string[] {
  const lines = inputs.map((input) => `${parameter(input, types)},`);
  const others = rest ? [`otherFields: Map<String, ${typeName(rest, types)}> = emptyMap(),`] : [];
  return [...lines, ...others, 'options: CallOptions = CallOptions.Default,'];
}

/** Type of the fields that a body may have beside the known ones. */
function restOf({ input, route }: Operation, { allDeclarations }: Types): Ref | undefined {
  const declaration = input && route.body === 'json' ? allDeclarations.get(input.name) : undefined;
  return declaration?.kind === 'object' ? declaration.rest : undefined;
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

/** What puts the values where they travel. */
function printInput(operation: Operation, inputs: readonly NamedInput[], types: Types): string {
  const { route } = operation;
  const at = (place: InputField['in']) => inputs.filter(({ field }) => field.in === place);
  const lines = at('path').map(
    ({ field, name }) => `this.path(${quote(field.name)}, ${writer(field.type, name, types)})`,
  );
  if (at('query').length > 0) lines.push(`this.query(${printObjectWriter(at('query'), types)})`);
  if (route.body === 'json') {
    const rest = restOf(operation, types);
    if (at('body').length > 0 || rest) lines.push(`this.json(${printObjectWriter(at('body'), types, rest)})`);
  }
  if (route.body === 'form') {
    lines.push(
      'this.form {',
      ...at('body').map((each) => indent(printFormField(operation, each, types))),
      '}',
    );
  }
  return lines.length === 0 ? '{},' : ['{', ...lines.map((line) => indent(line)), '},'].join('\n');
}

function printObjectWriter(inputs: readonly NamedInput[], types: Types, rest?: Ref): string {
  const lines = inputs.map((input) => indent(`this.${writeField(input, types, '')}`));
  if (rest)
    lines.push(indent(`this.others(otherFields.mapValues { (_, it) -> ${writer(rest, 'it', types)} })`));
  return ['ObjectWriter().apply {', ...lines, '}.toJson()'].join('\n');
}

function printFormField({ id }: Operation, { field, name }: NamedInput, types: Types): string {
  const { type, nullable, required } = field;
  const key = quote(field.name);
  if (!holdsFile(type)) {
    if (required && !nullable) return `this.put(${key}, ${writer(type, name, types)})`;
    if (!nullable) return `if (${name} != null) this.put(${key}, ${writer(type, name, types)})`;
    const write = writer({ kind: 'nullable', type }, required ? name : `${name}.value`, types);
    return required
      ? `this.put(${key}, ${write})`
      : `if (${name} is Field.Present) this.put(${key}, ${write})`;
  }
  const value = nullable && !required ? `${name}.orNull()` : name;
  const dot = nullable || !required ? '?.' : '.';
  if (type.kind === 'scalar')
    return dot === '.' ? `this.file(${key}, ${value})` : `${value}?.let { this.file(${key}, it) }`;
  if ((type.kind === 'list' || type.kind === 'set') && type.item.kind === 'scalar') {
    return `${value}${dot}forEach { this.file(${key}, it) }`;
  }
  throw new GeneratorError(`${id}: Kotlin sends files only as fields of a form, or as lists of files`);
}
