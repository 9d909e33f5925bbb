/** Resolves a type to one object, where it is one. */
import type { Models } from '../discriminate.ts';
import type { Field, ObjectType, Type } from '../ir.ts';

/** The object that a type is: itself, behind a model's name, or all parts of an intersection; undefined otherwise. */
export function asObject(
  type: Type,
  models: Models,
  seen: ReadonlySet<string> = new Set(),
): ObjectType | undefined {
  if (type.kind === 'object') return type;
  if (type.kind === 'model') {
    const target = seen.has(type.name) ? undefined : models.get(type.name);
    return target && asObject(target, models, new Set([...seen, type.name]));
  }
  if (type.kind !== 'intersection') return undefined;
  const parts = type.parts.map((part) => asObject(part, models, seen));
  return parts.reduce((left, right) => left && right && mergeObjects(left, right), emptyObject);
}

const emptyObject: ObjectType | undefined = { kind: 'object', fields: [] };

function mergeObjects(left: ObjectType, right: ObjectType): ObjectType {
  const byName = new Map<string, Field>(left.fields.map((field) => [field.name, field]));
  for (const field of right.fields) {
    const other = byName.get(field.name);
    byName.set(field.name, { ...field, required: field.required || (other?.required ?? false) });
  }
  const rest = right.rest ?? left.rest;
  return { kind: 'object', fields: [...byName.values()], ...(rest && { rest }) };
}
