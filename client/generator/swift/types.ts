/** References → Swift types. */
import type { Field, Ref, ScalarName } from '../nominal/nominal-api.ts';

const scalars: Readonly<Record<ScalarName, string>> = {
  string: 'String',
  integer: 'Int',
  number: 'Double',
  boolean: 'Bool',
  date: 'Date',
  bigint: 'BigInteger',
  url: 'URL',
  file: 'UploadFile',
};

/** A type where it is used. */
export function swiftType(ref: Ref): string {
  switch (ref.kind) {
    case 'scalar':
      return scalars[ref.name];
    case 'named':
      return ref.name;
    case 'list':
      return `[${swiftType(ref.item)}]`;
    case 'set':
      return `Set<${swiftType(ref.item)}>`;
    case 'map':
      return `EntryMap<${swiftType(ref.key)}, ${swiftType(ref.value)}>`;
    case 'record':
      return `[String: ${swiftType(ref.value)}]`;
    case 'tuple':
      return tupleType(ref);
    case 'nullable':
      return `${swiftType(ref.type)}?`;
    case 'json':
      return 'JSON';
  }
}

/** Tuples of up to four have a type of the runtime; of others the items are one type, or JSON. */
function tupleType({ items, required, rest }: Ref & { readonly kind: 'tuple' }): string {
  const types = items.map(swiftType);
  const isFixed = !rest && required === items.length;
  if (isFixed && types.length >= 2 && types.length <= 4) return `Tuple${types.length}<${types.join(', ')}>`;
  const distinct = new Set([...types, ...(rest ? [swiftType(rest)] : [])]);
  return `[${distinct.size === 1 ? [...distinct][0] : 'JSON'}]`;
}

/** How a field's presence is told: by a value, an optional, or all three of absent, null and value. */
export type Presence = 'value' | 'optional' | 'field';

/** A field that must be there and may be null is a value of an optional type. */
export function presence({ required, nullable }: Pick<Field, 'required' | 'nullable'>): Presence {
  if (required) return 'value';
  return nullable ? 'field' : 'optional';
}

/** The type of a property or parameter. */
export function fieldType(field: Pick<Field, 'required' | 'nullable' | 'type'>): string {
  const type = swiftType(field.type);
  if (presence(field) === 'field') return `Field<${type}>`;
  return field.required && !field.nullable ? type : `${type}?`;
}

/** What stands for leaving a field out. */
export function leftOut(field: Pick<Field, 'required' | 'nullable'>): string {
  switch (presence(field)) {
    case 'value':
      return '';
    case 'optional':
      return ' = nil';
    case 'field':
      return ' = .absent';
  }
}
