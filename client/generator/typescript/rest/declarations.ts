/** Nominal declarations → TypeScript, open where a newer server may answer more. */
import type {
  Declaration,
  EnumDeclaration,
  Field,
  NominalApi,
  ObjectDeclaration,
  Ref,
  ScalarName,
  UnionDeclaration,
} from '../../nominal/nominal-api.ts';
import { docComment, indent, propertyName, quote } from '../text.ts';

/** Declares every type. */
export function printDeclarations(api: NominalApi): string[] {
  const names = createTypeNames(api);
  return api.declarations.map((declaration) => print(declaration, names));
}

/** What is known of names while types are written. */
export interface TypeNames {
  readonly byName: ReadonlyMap<string, Declaration>;
  /** Fields that tell variants apart, as `Type.field`: they stay closed, so that they do. */
  readonly tags: ReadonlySet<string>;
}

export function createTypeNames({ declarations }: NominalApi): TypeNames {
  const tags = declarations.flatMap((declaration) =>
    declaration.kind === 'union' && declaration.discriminator !== null
      ? declaration.variants.flatMap(({ type }) =>
          type.kind === 'named' ? [`${type.name}.${declaration.discriminator}`] : [],
        )
      : [],
  );
  return {
    byName: new Map(declarations.map((declaration) => [declaration.name, declaration])),
    tags: new Set(tags),
  };
}

function print(declaration: Declaration, names: TypeNames): string {
  const { description } = declaration;
  return [...docComment([description]), body(declaration, names)].join('\n');
}

function body(declaration: Declaration, names: TypeNames): string {
  if (declaration.kind === 'enum') return printEnum(declaration);
  return declaration.kind === 'object' ? printObject(declaration, names) : printUnion(declaration, names);
}

function printEnum({ name, values }: EnumDeclaration): string {
  return `export type ${name} = ${values.map(literal).join(' | ')};`;
}

function printObject(declaration: ObjectDeclaration, names: TypeNames): string {
  const { name, fields, rest, output } = declaration;
  const text = (ref: Ref) => refText(ref, names, output);
  const lines = fields.flatMap((field) => {
    const isTag = names.tags.has(`${name}.${field.name}`);
    return printField(field, (ref) => refText(ref, names, output && !isTag));
  });
  const own = lines.length === 0 ? '{}' : `{\n${indent(lines.join('\n'))}\n}`;
  const others = rest && `{ [name: string]: ${text(rest)} }`;
  if (rest?.kind === 'json') {
    return `export interface ${name} {\n${indent([...lines, `[name: string]: ${text(rest)};`].join('\n'))}\n}`;
  }
  if (others) return `export type ${name} = ${own} & ${others};`;
  return lines.length === 0
    ? `export type ${name} = Record<never, never>;`
    : `export interface ${name} ${own}`;
}

function printField(field: Field, text: (ref: Ref) => string): string[] {
  const { name, type, required, nullable, description, constant, default: fallback } = field;
  const absent = fallback === undefined ? '' : `(default \`${JSON.stringify(fallback)}\`)`;
  const known = constant === undefined ? text(type) : literal(constant);
  const value = nullable ? `${known} | null` : known;
  const key = propertyName(name);
  const declaration = required ? `${key}: ${value};` : `${key}?: ${value} | undefined;`;
  return [...docComment([`${description} ${absent}`]), declaration];
}

function printUnion({ name, variants, discriminator, output }: UnionDeclaration, names: TypeNames): string {
  const parts = variants.map(({ type }) => refText(type, names, output));
  const holdsObjects = variants.some(({ type }) => type.kind === 'named');
  if (output && discriminator !== null) parts.push(`UnknownVariant<${quote(discriminator)}>`);
  else if (output && holdsObjects) parts.push('UnknownValue');
  return `export type ${name} = ${parts.join(' | ')};`;
}

/** @param isOpen whether other values than the known ones may be there: what a server answers */
export function refText(ref: Ref, names: TypeNames, isOpen: boolean): string {
  const text = (part: Ref) => refText(part, names, isOpen);
  switch (ref.kind) {
    case 'scalar':
      return scalars[ref.name];
    case 'named':
      return isOpen && names.byName.get(ref.name)?.kind === 'enum' ? `Open<${ref.name}>` : ref.name;
    case 'list':
      return `${operand(ref.item, text)}[]`;
    case 'set':
      return `Set<${text(ref.item)}>`;
    case 'map':
      return `Map<${text(ref.key)}, ${text(ref.value)}>`;
    case 'record':
      return ref.key.kind === 'named'
        ? `Partial<Record<${text(ref.key)}, ${text(ref.value)}>>`
        : `{ [name: string]: ${text(ref.value)} }`;
    case 'tuple': {
      const items = ref.items.map((item, index) =>
        index < ref.required ? text(item) : `${operand(item, text)}?`,
      );
      return `[${[...items, ...(ref.rest ? [`...${operand(ref.rest, text)}[]`] : [])].join(', ')}]`;
    }
    case 'nullable':
      return `${text(ref.type)} | null`;
    case 'json':
      return 'unknown';
  }
}

/** In parentheses where it would otherwise bind differently. */
function operand(ref: Ref, text: (ref: Ref) => string): string {
  return ref.kind === 'nullable' ? `(${text(ref)})` : text(ref);
}

const scalars: Readonly<Record<ScalarName, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'Date',
  bigint: 'bigint',
  url: 'URL',
  file: 'UploadFile',
};

function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? quote(value) : String(value);
}
