/** References → Kotlin types, and the expressions that read them from JSON and write them to it. */
import type { Declaration, Ref, ScalarName } from '../nominal/nominal-api.ts';
import { refsIn } from '../nominal/refs.ts';

/** The declarations of one API, and what Kotlin calls them. */
export interface Types {
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** With those that parameters stand for. */
  readonly allDeclarations: ReadonlyMap<string, Declaration>;
  /** By the declaration's name. */
  readonly names: ReadonlyMap<string, string>;
}

const scalarTypes: Readonly<Record<ScalarName, string>> = {
  string: 'String',
  integer: 'Long',
  number: 'Double',
  boolean: 'Boolean',
  date: 'Instant',
  bigint: 'BigInteger',
  url: 'String',
  file: 'FileUpload',
};

/** What a type is called. */
export function typeName(ref: Ref, types: Types): string {
  const name = (part: Ref) => typeName(part, types);
  switch (ref.kind) {
    case 'scalar':
      return scalarTypes[ref.name];
    case 'named':
      return types.names.get(ref.name) ?? ref.name;
    case 'list':
      return `List<${name(ref.item)}>`;
    case 'set':
      return `Set<${name(ref.item)}>`;
    case 'map':
      return `Map<${name(ref.key)}, ${name(ref.value)}>`;
    case 'record':
      return `Map<${name(keyRef(ref.key, types))}, ${name(ref.value)}>`;
    case 'tuple':
      return isPlainTuple(ref)
        ? `${ref.items.length === 2 ? 'Pair' : 'Triple'}<${ref.items.map(name).join(', ')}>`
        : 'List<JsonValue>';
    case 'nullable':
      return `${name(ref.type)}?`;
    case 'json':
      return 'JsonValue';
  }
}

type Tuple = Extract<Ref, { kind: 'tuple' }>;

/** One for which Kotlin has a type: two or three items, all there. */
function isPlainTuple({ items, required, rest }: Tuple): boolean {
  return !rest && items.length === required && (required === 2 || required === 3);
}

/** Keys are texts on the wire; what cannot be read from one stays a text. */
function keyRef(key: Ref, { declarations }: Types): Ref {
  if (key.kind === 'scalar' && key.name === 'integer') return key;
  const declaration = key.kind === 'named' ? declarations.get(key.name) : undefined;
  return declaration?.kind === 'enum' && declaration.base !== 'number'
    ? key
    : { kind: 'scalar', name: 'string' };
}

const scalarReaders: Readonly<Record<ScalarName, string>> = {
  string: 'asString',
  integer: 'asLong',
  number: 'asDouble',
  boolean: 'asBoolean',
  date: 'asInstant',
  bigint: 'asBigInteger',
  url: 'asString',
  file: 'asString',
};

/** An expression that reads a type from `it`, and that expression as a function. */
export function reader(ref: Ref, types: Types): string {
  const lambda = (part: Ref) => `{ ${reader(part, types)} }`;
  switch (ref.kind) {
    case 'scalar':
      return `it.${scalarReaders[ref.name]}()`;
    case 'named':
      return `${typeName(ref, types)}.fromJson(it)`;
    case 'list':
      return `it.asList ${lambda(ref.item)}`;
    case 'set':
      return `it.asSet ${lambda(ref.item)}`;
    case 'map':
      return `it.asMap(${lambda(ref.key)}, ${lambda(ref.value)})`;
    case 'record':
      return `it.asRecord(${keyReader(ref.key, types)}, ${lambda(ref.value)})`;
    case 'tuple':
      if (!isPlainTuple(ref)) return 'it.asList { it }';
      return `it.${ref.items.length === 2 ? 'asPair' : 'asTriple'}(${ref.items.map(lambda).join(', ')})`;
    case 'nullable':
      return `it.orNull ${lambda(ref.type)}`;
    case 'json':
      return 'it';
  }
}

function keyReader(key: Ref, types: Types): string {
  const ref = keyRef(key, types);
  if (ref.kind === 'scalar') return ref.name === 'integer' ? '{ it.asLongKey() }' : '{ it.asString() }';
  const declaration = ref.kind === 'named' ? types.declarations.get(ref.name) : undefined;
  const isInteger = declaration?.kind === 'enum' && declaration.base === 'integer';
  return isInteger ? `{ ${typeName(ref, types)}(it.asLongKey()) }` : `{ ${reader(ref, types)} }`;
}

/** An expression that writes a value of a type. */
export function writer(ref: Ref, value: string, types: Types): string {
  const lambda = (part: Ref) => `{ ${writer(part, 'it', types)} }`;
  switch (ref.kind) {
    case 'list':
    case 'set':
      return `${value}.toJson ${lambda(ref.item)}`;
    case 'map':
      return `${value}.toJsonPairs(${lambda(ref.key)}, ${lambda(ref.value)})`;
    case 'record':
      return `${value}.toJsonRecord(${lambda(keyRef(ref.key, types))}, ${lambda(ref.value)})`;
    case 'tuple':
      return isPlainTuple(ref)
        ? `${value}.toJson(${ref.items.map(lambda).join(', ')})`
        : `${value}.toJson { it }`;
    case 'nullable':
      return `${value}.orJsonNull ${lambda(ref.type)}`;
    case 'json':
      return value;
    default:
      return `${value}.toJson()`;
  }
}

/** Whether a type is a file, or holds one. */
export function holdsFile(ref: Ref): boolean {
  return refsIn(ref).some((part) => part.kind === 'scalar' && part.name === 'file');
}
