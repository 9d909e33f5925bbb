/** The Kotlin client's generated files. */
import { GeneratorError } from '../generator-error.ts';
import type { Api } from '../ir.ts';
import { nominal } from '../nominal/nominal.ts';
import type { Declaration, NominalApi, ObjectDeclaration } from '../nominal/nominal-api.ts';
import type { Printer } from '../printer.ts';
import { printEnum } from './enums.ts';
import { exceptionNames, printExceptions } from './exceptions.ts';
import { printGroups } from './groups.ts';
import { packageName, reservedTypes, titleName, typeScope } from './names.ts';
import { printObject } from './objects.ts';
import { template } from './template.ts';
import { kotlinFile } from './text.ts';
import { holdsFile, type Types } from './types.ts';
import { memberships, printUnion } from './unions.ts';

export const kotlin: Printer = {
  language: 'kotlin',
  package: 'kotlin',
  generated: 'src/main/kotlin/generated',
  files: printKotlin,
  template,
};

/** Function parameters take the place of inputs that no other type holds. */
function isPrinted(declaration: Declaration): boolean {
  return !(declaration.kind === 'object' && declaration.inputOf !== undefined);
}

function printKotlin(source: Api): Readonly<Record<string, string>> {
  const reserved = new Set([...reservedTypes, `${titleName(source.title)}Client`]);
  const api = nominal(source, { reserved });
  const printed = api.declarations.filter(isPrinted);
  const scope = typeScope(reserved);
  const types: Types = {
    allDeclarations: new Map(api.declarations.map((declaration) => [declaration.name, declaration])),
    declarations: new Map(printed.map((declaration) => [declaration.name, declaration])),
    names: new Map(printed.map(({ name }) => [name, scope(name)])),
  };
  const exceptions = exceptionNames(api);
  const printing = {
    types,
    exceptionOf: (code: string) => exceptions.get(code),
    anonymous: new Set(api.tokens ? Object.values(api.tokens) : []),
  };
  const groups = printGroups(api, printing, [...reservedTypes, ...types.names.values()]);
  return {
    ...inFiles(api, printDeclarations(printed, types), 'models/'),
    ...inFiles(api, groups),
    ...inFiles(api, { ApiException: printExceptions(api, exceptions) }),
  };
}

function printDeclarations(printed: readonly Declaration[], types: Types): Record<string, string> {
  const members = memberships(types);
  const print = (declaration: Declaration) => {
    switch (declaration.kind) {
      case 'object':
        refuseFiles(declaration);
        return printObject(
          declaration,
          members.get(declaration.name) ?? { unions: [], isTried: false },
          types,
        );
      case 'enum':
        return printEnum(declaration, types);
      case 'union':
        return printUnion(declaration, types);
    }
  };
  return Object.fromEntries(
    printed.map((declaration) => [types.names.get(declaration.name) ?? declaration.name, print(declaration)]),
  );
}

function refuseFiles({ name, fields }: ObjectDeclaration): void {
  const field = fields.find(({ type }) => holdsFile(type));
  if (field) {
    throw new GeneratorError(
      `${name}.${field.name}: Kotlin sends files only as fields of a form, or as lists of files`,
    );
  }
}

const imports = ['java.math.BigInteger', 'java.time.Instant', 'kotlinx.coroutines.flow.Flow'];

function inFiles({ title }: NominalApi, texts: Record<string, string>, folder = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      `${folder}${name}.kt`,
      kotlinFile(packageName(title), imports, text),
    ]),
  );
}
