/** Objects → data classes. */
import type { ObjectDeclaration } from '../nominal/nominal-api.ts';
import { fieldText, type NamedField, parameter, readField, writeField } from './fields.ts';
import { memberScope } from './names.ts';
import { indent, kdoc } from './text.ts';
import { reader, type Types, typeName, writer } from './types.ts';
import { needsView, printView } from './views.ts';

/** Unions that a class is a variant of, and whether one of them tells its variants apart by trying. */
export interface Membership {
  readonly unions: readonly string[];
  readonly isTried: boolean;
}

export function printObject(
  declaration: ObjectDeclaration,
  { unions, isTried }: Membership,
  types: Types,
): string {
  if (needsView(declaration)) return printView(declaration, unions, types);
  const name = typeName({ kind: 'named', name: declaration.name }, types);
  const member = memberScope();
  const fields = declaration.fields.map((field): NamedField => ({ field, name: member(field.name) }));
  return [
    ...kdoc([declaration.description]),
    `public data class ${name}(`,
    ...fields.map((named) =>
      indent([...kdoc([fieldText(named.field)]), `val ${parameter(named, types)},`].join('\n')),
    ),
    indent(lastParameter(declaration, types)),
    `) : ${['JsonModel', ...unions].join(', ')} {`,
    ...(declaration.rest
      ? [indent('override val unknownFields: Map<String, JsonValue> get() = emptyMap()'), '']
      : []),
    indent(printToJson(declaration, fields, types)),
    '',
    indent(printFromJson(name, declaration, fields, isTried, types)),
    '}',
  ].join('\n');
}

function lastParameter({ rest }: ObjectDeclaration, types: Types): string {
  if (!rest) return 'override val unknownFields: Map<String, JsonValue> = emptyMap(),';
  return [
    '/** The fields beside those above. */',
    `val otherFields: Map<String, ${typeName(rest, types)}> = emptyMap(),`,
  ].join('\n');
}

function printToJson({ rest }: ObjectDeclaration, fields: readonly NamedField[], types: Types): string {
  const others = rest ? `otherFields.mapValues { (_, it) -> ${writer(rest, 'it', types)} }` : 'unknownFields';
  return [
    'override fun toJson(): JsonValue {',
    '    val writer = ObjectWriter()',
    ...fields.map((named) => `    writer.${writeField(named, types)}`),
    `    writer.others(${others})`,
    '    return writer.toJson()',
    '}',
  ].join('\n');
}

function printFromJson(
  name: string,
  { rest }: ObjectDeclaration,
  fields: readonly NamedField[],
  isTried: boolean,
  types: Types,
): string {
  const others = rest ? `reader.others().mapValues { (_, it) -> ${reader(rest, types)} }` : 'reader.others()';
  return [
    'public companion object {',
    '    /** @throws DecodingException when [json] is something else */',
    `    public fun fromJson(json: JsonValue): ${name} {`,
    '        val reader = ObjectReader(json)',
    `        return ${name}(`,
    ...fields.map((named) => `            ${named.name} = reader.${readField(named, types, isTried)},`),
    `            ${rest ? 'otherFields' : 'unknownFields'} = ${others},`,
    '        )',
    '    }',
    '}',
  ].join('\n');
}
