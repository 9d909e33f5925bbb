/** Objects → structs. */
import type { Field, ObjectDeclaration } from '../nominal/nominal-api.ts';
import { identifier, memberName, memberScope } from './names.ts';
import type { Recursion } from './recursion.ts';
import { argumentList, block, docComment, literal, quote } from './text.ts';
import { fieldType, leftOut, presence, swiftType } from './types.ts';

/** What printing an object takes to know of the API. */
export interface ObjectContext {
  readonly recursion: Recursion;
  readonly protocols: string;
  readonly isDecodable: boolean;
}

interface Property {
  readonly field: Field;
  readonly name: string;
  readonly type: string;
  /** The name of what holds the value elsewhere. */
  readonly storage?: string;
}

export function printObject(object: ObjectDeclaration, context: ObjectContext): string {
  const unique = memberScope();
  const named = object.fields.map((field) => ({ field, name: unique(memberName(field.name)) }));
  const properties = named.map(({ field, name }): Property => {
    const isBoxed = context.recursion.isBoxed(object.name, field.type);
    return { field, name, type: fieldType(field), ...(isBoxed && { storage: unique(`${name}Storage`) }) };
  });
  const others = object.rest && {
    name: unique('additionalFields'),
    type: `[String: ${swiftType(object.rest)}]`,
  };
  return [
    ...docComment([object.description]),
    block(`public struct ${object.name}: ${context.protocols}`, [
      ...properties.flatMap(printProperty),
      ...(others ? ['/// Every field beyond these.', `public var ${others.name}: ${others.type}`] : []),
      '',
      printInit(properties, others),
      ...(context.isDecodable ? ['', printDecoder(properties, others)] : []),
      '',
      printEncoder(properties, others),
    ]),
  ].join('\n');
}

function printProperty({ field, name, type, storage }: Property): string[] {
  const doc = docComment([field.description]);
  if (isConstant(field)) return [...doc, `public let ${identifier(name)}: ${type}`];
  if (storage === undefined) return [...doc, `public var ${identifier(name)}: ${type}`];
  return [
    ...doc,
    block(`public var ${identifier(name)}: ${type}`, [
      `get { ${storage}.value }`,
      `set { ${storage} = Indirect(newValue) }`,
    ]),
    `private var ${storage}: Indirect<${type}>`,
  ];
}

/** A field that has one value needs none. */
function isConstant({ constant, required, nullable }: Field): boolean {
  return constant !== undefined && required && !nullable;
}

type Others = { readonly name: string; readonly type: string } | undefined;

function printInit(properties: readonly Property[], others: Others): string {
  const settable = properties.filter(({ field }) => !isConstant(field));
  const ordered = [
    ...settable.filter(({ field }) => field.required),
    ...settable.filter(({ field }) => !field.required),
  ];
  const parameters = ordered.map(({ field, name, type }) => `${identifier(name)}: ${type}${leftOut(field)}`);
  const rest = others ? [`${others.name}: ${others.type} = [:]`] : [];
  const assignments = properties.map(({ field, name, storage }) => {
    const value = isConstant(field) ? literal(field.constant ?? '') : identifier(name);
    return storage === undefined ? `self.${name} = ${value}` : `self.${storage} = Indirect(${value})`;
  });
  const all = [...assignments, ...(others ? [`self.${others.name} = ${others.name}`] : [])];
  return block(argumentList('public init', [...parameters, ...rest], ''), all);
}

function printDecoder(properties: readonly Property[], others: Others): string {
  const reads = properties.map(({ field, name, storage }) => {
    const read = `try fields.${presence(field)}(${quote(field.name)})`;
    return storage === undefined ? `self.${name} = ${read}` : `self.${storage} = Indirect(${read})`;
  });
  const known = properties.map(({ field }) => quote(field.name)).join(', ');
  const rest = others ? [`self.${others.name} = try fields.others(than: [${known}])`] : [];
  const isUsed = reads.length + rest.length > 0;
  const open = `try decoder.container(keyedBy: FieldKey.self)`;
  return block('public init(from decoder: any Decoder) throws', [
    isUsed ? `let fields = ${open}` : `_ = ${open}`,
    ...reads,
    ...rest,
  ]);
}

function printEncoder(properties: readonly Property[], others: Others): string {
  const writes = properties.map(
    ({ field, name }) => `try fields.${presence(field)}(self.${name}, ${quote(field.name)})`,
  );
  const rest = others ? [`try fields.others(self.${others.name})`] : [];
  const isUsed = writes.length + rest.length > 0;
  const open = 'encoder.container(keyedBy: FieldKey.self)';
  return block('public func encode(to encoder: any Encoder) throws', [
    isUsed ? `var fields = ${open}` : `_ = ${open}`,
    ...rest,
    ...writes,
  ]);
}
