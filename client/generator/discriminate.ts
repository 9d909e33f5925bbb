/** Finds what tells the parts of a union apart where the document does not say it. */
import type { Discriminator, Literal, Model, ObjectType, Type } from './ir.ts';

/** Resolves names of models. */
export type Models = ReadonlyMap<string, Type>;

/** A type's parts, one level down. */
export function mapType(type: Type, change: (part: Type) => Type): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
      return { ...type, item: change(type.item) };
    case 'map':
    case 'record':
      return { ...type, key: change(type.key), value: change(type.value) };
    case 'tuple':
      return { ...type, items: type.items.map(change), ...(type.rest && { rest: change(type.rest) }) };
    case 'object': {
      const fields = type.fields.map((field) => ({ ...field, type: change(field.type) }));
      return { ...type, fields, ...(type.rest && { rest: change(type.rest) }) };
    }
    case 'union': {
      const { discriminator } = type;
      const parts = type.parts.map(change);
      const changed = (part: Type) => parts[type.parts.indexOf(part)] ?? change(part);
      const variants = discriminator?.variants.map((variant) => ({
        ...variant,
        type: changed(variant.type),
      }));
      return {
        ...type,
        parts,
        ...(discriminator && variants && { discriminator: { ...discriminator, variants } }),
      };
    }
    case 'intersection':
      return { ...type, parts: type.parts.map(change) };
    default:
      return type;
  }
}

/** The type with a discriminator on every union that can have one, and no union directly in another. */
export function discriminate(type: Type, models: Models): Type {
  const deep = mapType(type, (part) => discriminate(part, models));
  if (deep.kind !== 'union') return deep;
  const unions = deep.parts.filter((part) => part.kind === 'union');
  const parts = deep.parts.flatMap((part) => (part.kind === 'union' ? part.parts : [part]));
  const declared = [deep, ...unions].flatMap(({ discriminator }) => discriminator?.property ?? []);
  const discriminator = infer(
    parts.filter((part) => !isNull(part)),
    models,
    declared,
  );
  const { exact } = deep;
  return { kind: 'union', parts, ...(discriminator && { discriminator }), ...(exact && { exact }) };
}

/** Models by name. */
export function modelsByName(models: readonly Model[]): Models {
  return new Map(models.map(({ name, type }) => [name, type]));
}

function isNull(type: Type): boolean {
  return type.kind === 'scalar' && type.name === 'null';
}

/**
 * The first field that every part has with values of its own.
 * @param declared fields that the document names; its own mapping writes every value as text
 */
function infer(
  parts: readonly Type[],
  models: Models,
  declared: readonly string[],
): Discriminator | undefined {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return undefined;
  for (const property of [...declared, ...tagNames(first, models)]) {
    const variants = parts.flatMap((type) =>
      tagValues(type, property, models).map((value) => ({ value, type })),
    );
    const isComplete = parts.every((part) => tagValues(part, property, models).length > 0);
    if (isComplete && new Set(variants.map(({ value }) => value)).size === variants.length) {
      return { property, variants };
    }
  }
  return undefined;
}

function tagNames(type: Type, models: Models): string[] {
  const object = objects(type, models)[0];
  return (object?.fields ?? [])
    .filter((field) => field.required && field.type.kind === 'literals')
    .map(({ name }) => name);
}

/** Empty where the field is absent from some part, or may hold anything. */
function tagValues(type: Type, property: string, models: Models): readonly Literal[] {
  const tags = objects(type, models).map(({ fields }) => fields.find(({ name }) => name === property));
  const values = tags.map((tag) => (tag?.required && tag.type.kind === 'literals' ? tag.type.values : []));
  return values.every((list) => list.length > 0) ? values.flat() : [];
}

/** The objects that a type may be; empty when it may be something else. */
function objects(type: Type, models: Models, seen: ReadonlySet<string> = new Set()): ObjectType[] {
  if (type.kind === 'object') return [type];
  if (type.kind === 'model' && !seen.has(type.name)) {
    const target = models.get(type.name);
    return target ? objects(target, models, new Set([...seen, type.name])) : [];
  }
  if (type.kind !== 'union') return [];
  const parts = type.parts.map((part) => objects(part, models, seen));
  return parts.every((part) => part.length > 0) ? parts.flat() : [];
}
