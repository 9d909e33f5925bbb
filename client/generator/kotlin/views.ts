/** Objects with more fields than a constructor takes → classes that look into their JSON. */
import type { ObjectDeclaration } from '../nominal/nominal-api.ts';
import { fieldText, type NamedField, readField } from './fields.ts';
import { memberScope } from './names.ts';
import { indent, kdoc, quote } from './text.ts';
import { type Types, typeName } from './types.ts';

/** A JVM constructor takes 255 slots; a Double takes two, and defaults take some. */
const mostParameters = 100;

/** Whether a data class would be too large. */
export function needsView({ fields }: ObjectDeclaration): boolean {
  return fields.length > mostParameters;
}

export function printView(declaration: ObjectDeclaration, unions: readonly string[], types: Types): string {
  const name = typeName({ kind: 'named', name: declaration.name }, types);
  const member = memberScope(['json', 'reader']);
  const fields = declaration.fields.map((field): NamedField => ({ field, name: member(field.name) }));
  return [
    ...kdoc([
      declaration.description,
      'It has too many fields for a constructor: they are read from its JSON when they are asked for.',
    ]),
    `public class ${name}(private val json: JsonValue) : ${['JsonModel', ...unions].join(', ')} {`,
    '    private val reader = ObjectReader(json)',
    ...fields.flatMap((named) => ['', indent(printProperty(named, types))]),
    '',
    '    override val unknownFields: Map<String, JsonValue>',
    '        get() = (json as JsonObject).entries.filterKeys { it !in known }',
    '',
    '    override fun toJson(): JsonValue = json',
    '',
    `    override fun equals(other: Any?): Boolean = other is ${name} && json == other.json`,
    '',
    '    override fun hashCode(): Int = json.hashCode()',
    '',
    '    public companion object {',
    indent(
      `private val known: Set<String> = setOf(${fields.map(({ field }) => quote(field.name)).join(', ')})`,
      2,
    ),
    '',
    `        public fun fromJson(json: JsonValue): ${name} = ${name}(json)`,
    '    }',
    '}',
  ].join('\n');
}

function printProperty(named: NamedField, types: Types): string {
  const { field, name } = named;
  const type = typeName(field.type, types);
  const whole = field.required
    ? `${type}${field.nullable ? '?' : ''}`
    : field.nullable
      ? `Field<${type}?>`
      : `${type}?`;
  return [
    ...kdoc([fieldText(field)]),
    `public val ${name}: ${whole} get() = reader.${readField(named, types, false)}`,
  ].join('\n');
}
