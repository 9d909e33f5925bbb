/** Inputs of operations → parameters, and what puts them where they travel. */
import { GeneratorError } from '../generator-error.ts';
import type { InputField, Operation, Ref } from '../nominal/nominal-api.ts';
import { type NamedField, parameter, writeField } from './fields.ts';
import { memberScope } from './names.ts';
import { indent, quote } from './text.ts';
import { holdsFile, type Types, typeName, writer } from './types.ts';

/** A field of an input with its name in Kotlin. */
export type NamedInput = NamedField & { readonly field: InputField };

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
export function restOf({ input, route }: Operation, { allDeclarations }: Types): Ref | undefined {
  const declaration = input && route.body === 'json' ? allDeclarations.get(input.name) : undefined;
  return declaration?.kind === 'object' ? declaration.rest : undefined;
}

/** What puts the values where they travel. */
export function printInput(operation: Operation, inputs: readonly NamedInput[], types: Types): string {
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
