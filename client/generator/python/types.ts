/** A type where it is used → its annotation, and how it crosses the wire. */
import type { Declaration, Ref, ScalarName } from '../nominal/nominal-api.ts';

/** What a printer of types knows. */
export interface Types {
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** Constants that hold how unions cross the wire, by the union's name. */
  readonly codecs: ReadonlyMap<string, string>;
  /** Before every name of the module `models`: `models.`, or nothing inside it. */
  readonly prefix: string;
}

const annotations: Readonly<Record<ScalarName, string>> = {
  string: 'str',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  date: 'datetime',
  bigint: 'int',
  url: 'str',
  file: 'File',
};

/** @param named writes a declaration's name */
export function annotation(ref: Ref, types: Types, named = (name: string) => types.prefix + name): string {
  const part = (inner: Ref) => annotation(inner, types, named);
  switch (ref.kind) {
    case 'scalar':
      return annotations[ref.name];
    case 'named':
      return named(ref.name);
    case 'list':
      return `List[${part(ref.item)}]`;
    case 'set':
      return isHashable(ref.item, types) ? `Set[${part(ref.item)}]` : `List[${part(ref.item)}]`;
    case 'map':
      return isHashable(ref.key, types)
        ? `Dict[${part(ref.key)}, ${part(ref.value)}]`
        : `List[Tuple[${part(ref.key)}, ${part(ref.value)}]]`;
    case 'record':
      return `Dict[${ref.key.kind === 'named' ? part(ref.key) : 'str'}, ${part(ref.value)}]`;
    case 'tuple':
      return tuple(ref, part);
    case 'nullable':
      return `Optional[${part(ref.type)}]`;
    case 'json':
      return 'Any';
  }
}

function tuple(
  { items, required, rest }: Extract<Ref, { kind: 'tuple' }>,
  part: (ref: Ref) => string,
): string {
  const parts = items.map(part);
  if (!rest && required === items.length) return `Tuple[${parts.length > 0 ? parts.join(', ') : '()'}]`;
  const any = [...new Set([...parts, ...(rest ? [part(rest)] : [])])];
  return `Tuple[${any.length > 1 ? `Union[${any.join(', ')}]` : any[0]}, ...]`;
}

/** Whether values can be members of a set and keys of a dict. */
function isHashable(ref: Ref, types: Types): boolean {
  switch (ref.kind) {
    case 'scalar':
      return ref.name !== 'file';
    case 'named':
      return types.declarations.get(ref.name)?.kind === 'enum';
    case 'nullable':
      return isHashable(ref.type, types);
    case 'tuple':
      return [...ref.items, ...(ref.rest ? [ref.rest] : [])].every((item) => isHashable(item, types));
    default:
      return false;
  }
}

const codecs: Readonly<Record<ScalarName, string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'NUMBER',
  boolean: 'BOOLEAN',
  date: 'DATE',
  bigint: 'BIGINT',
  url: 'TEXT',
  file: 'ANY',
};

/** An expression that is evaluated when all models are there. */
export function codec(ref: Ref, types: Types): string {
  const part = (inner: Ref) => codec(inner, types);
  switch (ref.kind) {
    case 'scalar':
      return codecs[ref.name];
    case 'named':
      return namedCodec(ref.name, types);
    case 'list':
      return `list_of(${part(ref.item)})`;
    case 'set':
      return `${isHashable(ref.item, types) ? 'set_of' : 'list_of'}(${part(ref.item)})`;
    case 'map':
      return isHashable(ref.key, types)
        ? `map_of(${part(ref.key)}, ${part(ref.value)})`
        : `list_of(tuple_of(${part(ref.key)}, ${part(ref.value)}))`;
    case 'record':
      return `record_of(${part(ref.value)})`;
    case 'tuple': {
      const rest = ref.rest ? [`rest=${part(ref.rest)}`] : [];
      const required = ref.required < ref.items.length ? [`required=${ref.required}`] : [];
      return `tuple_of(${[...ref.items.map(part), ...rest, ...required].join(', ')})`;
    }
    case 'nullable':
      return `nullable(${part(ref.type)})`;
    case 'json':
      return 'ANY';
  }
}

function namedCodec(name: string, types: Types): string {
  const declaration = types.declarations.get(name);
  if (declaration?.kind === 'enum') return codecs[declaration.base];
  if (declaration?.kind === 'union') return types.prefix + (types.codecs.get(name) ?? 'ANY');
  return `${types.prefix}${name}.__codec__`;
}

/** What {@link codec} writes, by the module of the runtime that has it. */
export const codecModules: Readonly<Record<string, readonly string[]>> = {
  choices: ['lazy', 'nullable', 'tagged', 'union'],
  containers: ['list_of', 'map_of', 'record_of', 'set_of', 'tuple_of'],
  scalars: [...new Set(Object.values(codecs))],
};

/** The same as sources of imports. @param level dots before `runtime` */
export function codecSources(level: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(codecModules).map(([module, names]) => [`${level}runtime.${module}`, names]),
  );
}

/** What {@link annotation} writes, by the module that has it. */
export const annotationNames: Readonly<Record<string, readonly string[]>> = {
  datetime: ['datetime'],
  typing: ['Any', 'Dict', 'List', 'Literal', 'Mapping', 'Optional', 'Set', 'Tuple', 'Union'],
};
