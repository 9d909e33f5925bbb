/** Declarations → `models.py`. */
import type {
  Declaration,
  EnumDeclaration,
  ObjectDeclaration,
  UnionDeclaration,
} from '../nominal/nominal-api.ts';
import { fieldScope } from './names.ts';
import { bracketed, docstring, imports, indent, literal, quote } from './text.ts';
import { annotation, annotationNames, codec, codecSources, type Types } from './types.ts';
import { readValue } from './values.ts';

/** @param declarations those that are used, in their order */
export function printModels(declarations: readonly Declaration[], types: Types, head: string): string {
  const classes = declarations.map((declaration) => printDeclaration(declaration, types));
  const body = classes.filter((text) => text !== '').join('\n\n');
  const names = [...declarations.map(({ name }) => name), ...types.codecs.values()];
  const exported = names.map((name) => `    ${quote(name)},`).join('\n');
  const list = names.length > 0 ? `__all__ = [\n${exported}\n]` : '__all__: List[str] = []';
  const imported = imports(`${body}\n${list}`, {
    dataclasses: ['dataclass', 'field'],
    ...annotationNames,
    ...codecSources('..'),
    '..runtime.codec': ['Codec'],
    '..runtime.model': ['Model', 'ModelCodec'],
    '..runtime.unknown': ['Unknown'],
    '..runtime.unset': ['UNSET', 'Unset'],
    '..runtime.uploads': ['File'],
  });
  return `${[head, imported, list, body].filter((text) => text !== '').join('\n\n')}\n`;
}

function printDeclaration(declaration: Declaration, types: Types): string {
  switch (declaration.kind) {
    case 'object':
      return `\n${printObject(declaration, types)}`;
    case 'enum':
      return `\n${printEnum(declaration)}`;
    case 'union':
      return `\n${printUnion(declaration, types)}`;
  }
}

/** What must be given comes first: Python asks for that. */
function printObject({ name, description, fields, rest }: ObjectDeclaration, types: Types): string {
  const nameOf = fieldScope();
  const printed = fields.map((field) => ({
    wire: field.name,
    name: nameOf(field.name),
    description: field.description,
    ...readValue(field, types),
  }));
  const ordered = printed.toSorted(
    (a, b) => Number(a.fallback !== undefined) - Number(b.fallback !== undefined),
  );
  const attributes = ordered.flatMap((field) => [
    `${field.name}: ${field.annotation}${field.fallback === undefined ? '' : ` = ${field.fallback}`}`,
    ...docstring([field.description]),
  ]);
  const extra = rest ? annotation(rest, types) : 'Any';
  const described = printed.map((field) => `${quote(field.name)}: (${quote(field.wire)}, ${field.codec}),`);
  const map = described.length > 0 ? `{\n${indent(described.join('\n'), 2)}\n    }` : '{}';
  const others = rest ? `, extra=lambda: ${codec(rest, types)}` : '';
  const lines = [
    ...docstring([description]),
    ...(description === '' ? [] : ['']),
    ...attributes,
    `extra: Dict[str, ${extra}] = field(default_factory=lambda: {})`,
    '',
    `__codec__ = ModelCodec(\n    lambda: ${map}${others}\n)`,
  ];
  return `@dataclass(eq=False, repr=False)\nclass ${name}(Model):\n${indent(lines.join('\n'))}`;
}

/** What a server may answer is open; what it only takes is not. */
function printEnum({ name, description, base, values, output }: EnumDeclaration): string {
  const scalar = { string: 'str', integer: 'int', number: 'float' }[base];
  const known = bracketed('Literal[', values.map(literal), ']', name.length + 16);
  const type =
    base === 'number' ? scalar : output ? bracketed('Union[', [known, scalar], ']', name.length + 3) : known;
  return [`${name} = ${type}`, ...docstring([description])].join('\n');
}

function printUnion({ name, description, discriminator, variants }: UnionDeclaration, types: Types): string {
  const quoted = variants.map(({ type }) => annotation(type, types, (named) => quote(named)));
  const constant = types.codecs.get(name);
  const cases = variants.flatMap(({ values, type }) =>
    values.map((value) => `${value === null ? 'None' : literal(value)}: ${codec(type, types)},`),
  );
  const inOrder = variants.toSorted((a, b) => Number(isText(a)) - Number(isText(b)));
  const how =
    discriminator === null
      ? bracketed(
          'union(',
          inOrder.map(({ type }) => codec(type, types)),
          ')',
          12,
        )
      : `tagged(\n    ${quote(discriminator)},\n    {\n${indent(cases.join('\n'), 2)}\n    },\n)`;
  return [
    bracketed(`${name} = Union[`, [...new Set(quoted), 'Unknown'], ']'),
    ...docstring([description]),
    `${constant}: Codec = lazy(\n${indent(`lambda: ${how}`)}\n)`,
  ].join('\n');
}

/** Any text is text: what is more particular goes first. */
function isText({ type }: UnionDeclaration['variants'][number]): boolean {
  return (type.kind === 'scalar' && (type.name === 'string' || type.name === 'url')) || type.kind === 'json';
}
