/** Unions, open to variants that a newer server answers. */
import type { Literal } from '../ir.ts';
import type { ObjectDeclaration, UnionDeclaration, Variant } from '../nominal/nominal-api.ts';
import { identifier, memberName, memberScope, propertyNames } from './names.ts';
import { block, docComment, literal, quote } from './text.ts';
import { swiftType } from './types.ts';

/** What printing a union takes to know of the API. */
export interface UnionContext {
  readonly isIndirect: boolean;
  readonly protocols: string;
  readonly isDecodable: boolean;
  readonly objects: ReadonlyMap<string, ObjectDeclaration>;
}

type Case = Variant & { readonly caseName: string };

export function printUnion(union: UnionDeclaration, context: UnionContext): string {
  const { name, description, variants } = union;
  const unique = memberScope();
  const cases = variants.map((variant): Case => ({ ...variant, caseName: unique(memberName(variant.name)) }));
  const declared = cases.map((each) => `case ${identifier(each.caseName)}(${swiftType(each.type)})`);
  const encoded = cases.map((each) => `case .${each.caseName}(let value): try encoder.write(value)`);
  const indirect = context.isIndirect ? 'indirect ' : '';
  return [
    ...docComment([description]),
    block(`public ${indirect}enum ${name}: ${context.protocols}`, [
      ...declared,
      '/// One that this client does not know: the server is newer.',
      'case unknown(JSON)',
      ...(context.isDecodable ? ['', printDecoder(union, cases, context)] : []),
      '',
      block('public func encode(to encoder: any Encoder) throws', [
        ['switch self {', ...encoded, 'case .unknown(let value): try encoder.write(value)', '}'].join('\n'),
      ]),
    ]),
  ].join('\n');
}

function printDecoder(
  { discriminator }: UnionDeclaration,
  cases: readonly Case[],
  context: UnionContext,
): string {
  const attempts =
    discriminator === null
      ? cases.map((each) => printAttempt(each, context))
      : [printSwitch(discriminator, cases)];
  return block('public init(from decoder: any Decoder) throws', [
    ...attempts,
    ...(discriminator === null ? ['self = .unknown(try decoder.read())'] : []),
  ]);
}

function printSwitch(discriminator: string, cases: readonly Case[]): string {
  const known = cases.map(({ values, caseName }) => {
    const patterns = values.map(jsonPattern).join(', ');
    return `case ${patterns}: self = .${caseName}(try decoder.read())`;
  });
  return [
    `switch decoder.tag(${quote(discriminator)}) {`,
    ...known,
    'default: self = .unknown(try decoder.read())',
    '}',
  ].join('\n');
}

function jsonPattern(value: Literal): string {
  if (value === null) return '.null';
  const kind = { string: 'string', boolean: 'bool', number: Number.isInteger(value) ? 'integer' : 'number' };
  return `.${kind[typeof value as keyof typeof kind]}(${literal(value)})`;
}

/** The first variant that fits is taken: one that can be read, and has the constants that it should. */
function printAttempt({ caseName, type }: Case, { objects }: UnionContext): string {
  const object = type.kind === 'named' ? objects.get(type.name) : undefined;
  const names = propertyNames(object?.fields ?? []);
  const constants = (object?.fields ?? []).flatMap(({ name, constant, required, nullable }) =>
    constant === undefined || !required || nullable
      ? []
      : [`value.${names.get(name)} == ${literal(constant)}`],
  );
  const conditions = [`let value: ${swiftType(type)} = try? decoder.read()`, ...constants].join(', ');
  return block(`if ${conditions}`, [`self = .${caseName}(value)`, 'return']);
}
