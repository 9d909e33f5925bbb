/** Unions → sealed interfaces, with a variant for what a newer server knows. */
import type { Declaration, UnionDeclaration, Variant } from '../nominal/nominal-api.ts';
import { reservedTypes, typeScope } from './names.ts';
import type { Membership } from './objects.ts';
import { indent, kdoc, quote } from './text.ts';
import { reader, type Types, typeName, writer } from './types.ts';

/** Whether a variant is a class that implements the union itself; every other one is wrapped. */
function isDirect({ type }: Variant, { declarations }: Types): boolean {
  return type.kind === 'named' && declarations.get(type.name)?.kind === 'object';
}

/** Which unions every object is a variant of, by its name. */
export function memberships(types: Types): ReadonlyMap<string, Membership> {
  const found = new Map<string, Membership>();
  for (const union of [...types.declarations.values()].filter(isUnion)) {
    for (const variant of union.variants.filter((part) => isDirect(part, types))) {
      const name = variant.type.kind === 'named' ? variant.type.name : '';
      const { unions = [], isTried = false } = found.get(name) ?? {};
      const unionName = typeName({ kind: 'named', name: union.name }, types);
      found.set(name, {
        unions: [...new Set([...unions, unionName])],
        isTried: isTried || union.discriminator === null,
      });
    }
  }
  return found;
}

function isUnion(declaration: Declaration): declaration is UnionDeclaration {
  return declaration.kind === 'union';
}

export function printUnion(declaration: UnionDeclaration, types: Types): string {
  const name = typeName({ kind: 'named', name: declaration.name }, types);
  const scope = typeScope(new Set([...reservedTypes, ...types.names.values()]));
  const variants = declaration.variants.map((variant) => ({
    variant,
    wrapper: isDirect(variant, types) ? undefined : scope(`${variant.name}Value`),
  }));
  const wrapped = variants.flatMap(({ variant, wrapper }) => {
    return wrapper === undefined ? [] : ['', indent(printWrapper(wrapper, variant, name, types))];
  });
  return [
    ...kdoc([declaration.description, `A newer server may answer others: they are [${name}.Unknown].`]),
    `public sealed interface ${name} {`,
    '    public fun toJson(): JsonValue',
    ...wrapped,
    '',
    '    /** What this client does not know, as it came. */',
    `    public data class Unknown(val json: JsonValue) : ${name} {`,
    '        override fun toJson(): JsonValue = json',
    '    }',
    '',
    '    public companion object {',
    '        /** @throws DecodingException when [json] is a known variant, but not as it should be */',
    indent(printFromJson(name, declaration, variants, types), 2),
    '    }',
    '}',
  ].join('\n');
}

function printWrapper(wrapper: string, { type }: Variant, union: string, types: Types): string {
  return [
    `public data class ${wrapper}(override val content: ${typeName(type, types)}) : ${union}, JsonVariant {`,
    `    override fun toJson(): JsonValue = ${writer(type, 'content', types)}`,
    '}',
  ].join('\n');
}

interface NamedVariant {
  readonly variant: Variant;
  readonly wrapper: string | undefined;
}

function printFromJson(
  name: string,
  { discriminator }: UnionDeclaration,
  variants: readonly NamedVariant[],
  types: Types,
): string {
  const read = ({ variant, wrapper }: NamedVariant) => {
    const plain = reader(variant.type, types);
    return wrapper === undefined ? plain : `${wrapper}(${plain})`;
  };
  if (discriminator === null) {
    return [
      `public fun fromJson(json: JsonValue): ${name} = json.firstFitting<${name}>(`,
      ...variants.map((each) => `    { ${read(each)} },`),
      ') ?: Unknown(json)',
    ].join('\n');
  }
  return [
    `public fun fromJson(json: JsonValue): ${name} = when (json[${quote(discriminator)}]?.keyText()) {`,
    ...variants.map((each) => {
      const values = each.variant.values.map((value) => quote(String(value))).join(', ');
      return `    ${values} -> json.let { ${read(each)} }`;
    }),
    '    else -> Unknown(json)',
    '}',
  ].join('\n');
}
