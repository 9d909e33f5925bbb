/** What an operation takes → the parameters of its method. */
import type { InputField, NominalApi, Operation, Ref } from '../nominal/nominal-api.ts';
import { identifier, memberName, parameterScope } from './names.ts';
import { quote } from './text.ts';
import { fieldType, leftOut, presence, swiftType } from './types.ts';

/** The parameters of an operation's method. */
export interface Parameters {
  /** In the order of the method: first those that a call needs. */
  readonly fields: readonly Parameter[];
  /** Takes the fields that the description does not name, where it allows some. */
  readonly others?: { readonly name: string; readonly type: string };
}

/** A parameter. */
export interface Parameter {
  readonly field: InputField;
  readonly name: string;
}

export function readParameters({ input }: Operation, { declarations }: NominalApi): Parameters {
  if (!input) return { fields: [] };
  const unique = parameterScope();
  const named = input.fields.map((field) => ({ field, name: unique(memberName(field.name)) }));
  const declared = declarations.find(({ name }) => name === input.name);
  const rest: Ref | undefined = declared?.kind === 'object' ? declared.rest : undefined;
  return {
    fields: [
      ...named.filter(({ field }) => isNeeded(field)),
      ...named.filter(({ field }) => !isNeeded(field)),
    ],
    ...(rest && { others: { name: unique('additionalFields'), type: `[String: ${swiftType(rest)}]` } }),
  };
}

/** A path is nothing without its parts, whatever the schema says. */
function isNeeded({ required, in: place }: InputField): boolean {
  return required || place === 'path';
}

/** As a method declares them. */
export function printParameters({ fields, others }: Parameters): string[] {
  return [
    ...fields.map(({ field, name }) => `${identifier(name)}: ${printType(field)}`),
    ...(others ? [`${others.name}: ${others.type} = [:]`] : []),
    'options: CallOptions = CallOptions()',
  ];
}

function printType(field: InputField): string {
  return field.in === 'path' ? swiftType(field.type) : fieldType(field) + leftOut(field);
}

/** The lines that put what a call was given together; none where it is given nothing. */
export function printInput({ fields, others }: Parameters): string[] {
  if (fields.length === 0 && !others) return [];
  const added = fields.map(({ field, name }) => {
    const way = field.in === 'path' ? 'value' : presence(field);
    return `callInput.${way}(${quote(field.name)}, ${identifier(name)})`;
  });
  const rest = others ? [`callInput.others(${others.name})`] : [];
  return ['var callInput = CallInput()', ...rest, ...added];
}
