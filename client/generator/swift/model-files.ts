/** Models by the file that they are in: one for each group of operations, and one for what several use. */
import { nameScope, pascalCase } from '../naming.ts';
import type { Declaration, NominalApi, Operation } from '../nominal/nominal-api.ts';
import { namesIn, reach } from '../nominal/refs.ts';
import type { Group } from './groups.ts';
import { printModels } from './models.ts';

/** Texts of declarations by the name of their file, which no other file of the module has. */
export function modelFiles(api: NominalApi, root: Group): ReadonlyMap<string, readonly string[]> {
  const fileOf = createFileOf(api, root);
  const files = new Map<string, string[]>();
  for (const { declaration, text } of printModels(api)) {
    const file = fileOf(declaration);
    files.set(file, [...(files.get(file) ?? []), text]);
  }
  return files;
}

function createFileOf(api: NominalApi, root: Group): (declaration: Declaration) => string {
  const byName = new Map(api.declarations.map((declaration) => [declaration.name, declaration]));
  const users = new Map<string, Set<string>>();
  for (const { file, operations } of owners(root, api)) {
    for (const name of reach(operations.flatMap(namesOf), byName)) {
      users.set(name, (users.get(name) ?? new Set()).add(file));
    }
  }
  return ({ name }) => {
    const [only = shared, ...others] = users.get(name) ?? [];
    return others.length === 0 ? only : shared;
  };
}

const shared = 'SharedModels';

/** The groups below the client, each with all that is inside it. */
function owners(root: Group, { operations }: NominalApi) {
  const own = { file: shared, operations: operations.filter(({ group }) => group.length === 0) };
  const fileName = nameScope({ reserved: new Set([shared, ...typeNames(root)]) });
  const groups = root.groups.map((group) => ({
    file: fileName(`${pascalCase(group.name)}Models`),
    operations: allOperations(group),
  }));
  return [own, ...groups];
}

/** Those of operations are the names of their files. */
function typeNames({ typeName, groups }: Group): string[] {
  return [typeName, ...groups.flatMap(typeNames)];
}

function allOperations({ operations, groups }: Group): Operation[] {
  return [...operations.map(({ operation }) => operation), ...groups.flatMap(allOperations)];
}

function namesOf({ input, output }: Operation): string[] {
  return [...(input ? [input.name] : []), ...(output ? namesIn(output) : [])];
}
