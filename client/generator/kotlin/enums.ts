/** Enums → value classes, which keep values that a newer server knows. */
import type { EnumDeclaration } from '../nominal/nominal-api.ts';
import { doubleLiteral } from './fields.ts';
import { constantScope } from './names.ts';
import { indent, kdoc, quote } from './text.ts';
import { reader, type Types, typeName } from './types.ts';

export function printEnum(declaration: EnumDeclaration, types: Types): string {
  const { base, description, values } = declaration;
  const name = typeName({ kind: 'named', name: declaration.name }, types);
  const scalar = { kind: 'scalar', name: base } as const;
  const constant = constantScope();
  const constants = values.map((value) => [constant(value), literal(value, base)] as const);
  return [
    ...kdoc([description, 'A newer server may answer values that are not listed here: they are kept.']),
    '@JvmInline',
    `public value class ${name}(public val value: ${typeName(scalar, types)}) : JsonEnum {`,
    '    override val isKnown: Boolean get() = this in entries',
    '',
    '    public fun toJson(): JsonValue = value.toJson()',
    '',
    `    override fun toString(): String = value${base === 'string' ? '' : '.toString()'}`,
    '',
    '    public companion object {',
    ...constants.map(([key, text]) => indent(`public val ${key}: ${name} = ${name}(${text})`, 2)),
    '',
    '        /** The values that the document has. */',
    `        public val entries: List<${name}> = listOf(${constants.map(([key]) => key).join(', ')})`,
    '',
    '        /** @throws DecodingException when [json] is no such value at all */',
    `        public fun fromJson(json: JsonValue): ${name} = ${name}(${reader(scalar, types).replace(/^it/, 'json')})`,
    '    }',
    '}',
  ].join('\n');
}

function literal(value: string | number, base: EnumDeclaration['base']): string {
  if (typeof value === 'string') return quote(value);
  return base === 'integer' ? `${value}L` : doubleLiteral(value);
}
