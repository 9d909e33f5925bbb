/** Declarations → the models of a client. */
import type { Declaration, NominalApi, ObjectDeclaration, Ref } from '../nominal/nominal-api.ts';
import { refsIn, refsOf } from '../nominal/refs.ts';
import { printEnum } from './enums.ts';
import { printObject } from './objects.ts';
import { findRecursion, type Recursion } from './recursion.ts';
import { printUnion } from './unions.ts';

/** What the parts of a declaration's text depend on. */
interface Context {
  readonly recursion: Recursion;
  readonly objects: ReadonlyMap<string, ObjectDeclaration>;
  /** Names of what holds a file, which travels one way. */
  readonly withFiles: ReadonlySet<string>;
}

/** A declaration, and what Swift says for it. */
interface Printed {
  readonly declaration: Declaration;
  readonly text: string;
}

/** Every model, enum and union; inputs that are nothing else become arguments, and have no type. */
export function printModels({ declarations }: NominalApi): Printed[] {
  const context: Context = {
    recursion: findRecursion(declarations),
    objects: new Map(declarations.flatMap((each) => (each.kind === 'object' ? [[each.name, each]] : []))),
    withFiles: holdersOfFiles(declarations),
  };
  return declarations
    .filter((declaration) => declaration.kind !== 'object' || declaration.inputOf === undefined)
    .map((declaration) => ({ declaration, text: printDeclaration(declaration, context) }));
}

function printDeclaration(declaration: Declaration, { recursion, objects, withFiles }: Context): string {
  const isDecodable = !withFiles.has(declaration.name);
  const protocols = `Sendable, Hashable, ${isDecodable ? 'Codable' : 'Encodable'}`;
  switch (declaration.kind) {
    case 'enum':
      return printEnum(declaration);
    case 'object':
      return printObject(declaration, { recursion, protocols, isDecodable });
    case 'union': {
      const isIndirect = recursion.unions.has(declaration.name);
      return printUnion(declaration, { isIndirect, protocols, isDecodable, objects });
    }
  }
}

function holdersOfFiles(declarations: readonly Declaration[]): ReadonlySet<string> {
  const held = new Map(declarations.map((each) => [each.name, refsOf(each)]));
  const holders = new Set<string>();
  const holds = (ref: Ref): boolean => refsIn(ref).some((part) => isFile(part) || isHolder(part, holders));
  for (let before = -1; before < holders.size; ) {
    before = holders.size;
    for (const [name, refs] of held) if (refs.some(holds)) holders.add(name);
  }
  return holders;
}

const isFile = (ref: Ref) => ref.kind === 'scalar' && ref.name === 'file';
const isHolder = (ref: Ref, holders: ReadonlySet<string>) => ref.kind === 'named' && holders.has(ref.name);
