/** Enums, open to values that a newer server answers. */
import type { EnumDeclaration } from '../nominal/nominal-api.ts';
import { caseName, identifier, memberScope } from './names.ts';
import { block, docComment, literal } from './text.ts';

const rawTypes = { string: 'String', integer: 'Int', number: 'Double' } as const;

export function printEnum({ name, description, base, values }: EnumDeclaration): string {
  const unique = memberScope();
  const cases = values.map((value) => ({ value: literal(value), name: unique(caseName(value)) }));
  const raw = rawTypes[base];
  const fromRaw = cases.map(({ value, name }) => `case ${value}: self = .${name}`);
  const toRaw = cases.map(({ value, name }) => `case .${name}: ${value}`);
  const all = cases.map(({ name }) => `.${name}`).join(', ');
  return [
    ...docComment([description]),
    block(`public enum ${name}: OpenEnum, CaseIterable`, [
      ...cases.map(({ name }) => `case ${identifier(name)}`),
      '/// One that this client does not know: the server is newer.',
      `case unknown(${raw})`,
      '',
      '/// Those that this client knows.',
      `public static let allCases: [${name}] = [${all}]`,
      '',
      block(`public init(rawValue: ${raw})`, [
        ['switch rawValue {', ...fromRaw, 'default: self = .unknown(rawValue)', '}'].join('\n'),
      ]),
      '',
      block(`public var rawValue: ${raw}`, [
        ['switch self {', ...toRaw, 'case .unknown(let value): value', '}'].join('\n'),
      ]),
    ]),
  ].join('\n');
}
