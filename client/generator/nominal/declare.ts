/** Types → references, declaring on the way what has no name yet. */
import type { Models } from '../discriminate.ts';
import type { Literal, Model, ObjectType, Type, UnionType } from '../ir.ts';
import { nameScope, pascalCase } from '../naming.ts';
import { typeKey } from '../type-key.ts';
import { asObject } from './merge.ts';
import type { Declaration, Field, Ref, ScalarName, Variant } from './nominal-api.ts';
import { simplify } from './simplify.ts';
import { itemName, partName } from './type-name.ts';

type WithoutDirection<Each> = Each extends Declaration ? Omit<Each, 'input' | 'output'> : never;

/** A declaration before it is known who uses it. */
export type Draft = WithoutDirection<Declaration>;

/** What a declaration will be called, and what it says of itself. */
export interface Heading {
  /** Already unique where `own` is true, else the wish for a name. */
  readonly name: string;
  readonly own?: boolean;
  readonly description?: string;
  /** See {@link Declaration}. */
  readonly inputOf?: string;
}

/** The declarations of one API while they are made. */
export interface Declaring {
  readonly models: Models;
  /** Every declaration so far, each before what it holds. */
  readonly drafts: Draft[];
  /** The same by name. */
  readonly declared: Map<string, Draft>;
  /** Types of models that need no declaration, by the name that stands for them until the end. */
  readonly aliases: Map<string, Ref>;
  readonly modelNames: ReadonlyMap<string, string>;
  readonly unique: (name: string) => string;
}

/** Declares all models. @param reserved names that no type may have */
export function declareModels(
  all: readonly Model[],
  models: Models,
  reserved: ReadonlySet<string>,
): Declaring {
  const unique = nameScope({ reserved, evade: (name) => `${name}Model` });
  const modelNames = new Map(all.map(({ name }) => [name, unique(pascalCase(name))]));
  const declaring: Declaring = {
    models,
    modelNames,
    unique,
    drafts: [],
    declared: new Map(),
    aliases: new Map(),
  };
  for (const { name: wireName, description, type } of all) {
    const name = modelNames.get(wireName) ?? wireName;
    const ref = referTo(type, { name, own: true, description }, declaring);
    if (ref.kind !== 'named' || ref.name !== name) declaring.aliases.set(name, ref);
  }
  return declaring;
}

/** A reference to a type, and to null where it may be null. */
export function nullableRef(type: Type, name: string, declaring: Declaring, description = ''): Ref {
  const ref = referTo(type, { name, description }, declaring);
  return simplify(type, declaring.models).nullable ? { kind: 'nullable', type: ref } : ref;
}

/** A reference to a type apart from null. */
function referTo(type: Type, heading: Heading, declaring: Declaring): Ref {
  const simple = simplify(type, declaring.models).type;
  if (!simple) return json;
  const part = (inner: Type, name: string) => nullableRef(inner, name, declaring);
  const { name } = heading;
  switch (simple.kind) {
    case 'scalar':
      return scalars.has(simple.name) ? { kind: 'scalar', name: simple.name as ScalarName } : json;
    case 'literals':
      return literalsRef(simple.values, heading, declaring);
    case 'model': {
      const model = declaring.modelNames.get(simple.name);
      return model === undefined ? json : { kind: 'named', name: model };
    }
    case 'list':
    case 'set':
      return { kind: simple.kind, item: part(simple.item, itemName(name)) };
    case 'map':
    case 'record': {
      const key = part(simple.key, partName(name, 'Key'));
      return { kind: simple.kind, key, value: part(simple.value, partName(name, 'Value')) };
    }
    case 'tuple': {
      const items = simple.items.map((item, index) => part(item, partName(name, `Part${index + 1}`)));
      const rest = simple.rest && part(simple.rest, partName(name, 'Rest'));
      return { kind: 'tuple', items, required: simple.required, ...(rest && { rest }) };
    }
    case 'object':
      return declareObject(simple, heading, declaring);
    case 'intersection': {
      const merged = asObject(simple, declaring.models);
      return merged ? declareObject(merged, heading, declaring) : json;
    }
    case 'union':
      return unionRef(simple, heading, declaring);
  }
}

const json: Ref = { kind: 'json' };

const scalars: ReadonlySet<string> = new Set<ScalarName>([
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'bigint',
  'url',
  'file',
]);

/** Puts a declaration before those that completing it makes. */
function declare(
  heading: Heading,
  { drafts, declared, unique }: Declaring,
  complete: (head: { name: string; description: string }) => Draft,
): Ref & { readonly kind: 'named' } {
  const { description = '' } = heading;
  const name = heading.own ? heading.name : unique(heading.name);
  const place = drafts.length;
  const draft = complete({ name, description });
  drafts.splice(place, 0, draft);
  declared.set(name, draft);
  return { kind: 'named', name };
}

/** Declares an object. */
export function declareObject(
  type: ObjectType,
  heading: Heading,
  declaring: Declaring,
): Ref & { readonly kind: 'named' } {
  return declare(heading, declaring, (head) => {
    const rest = type.rest && nullableRef(type.rest, partName(head.name, 'Rest'), declaring);
    const fields = objectFields(type, head.name, declaring);
    const { inputOf } = heading;
    return {
      kind: 'object',
      ...head,
      fields,
      ...(rest && { rest }),
      ...(inputOf !== undefined && { inputOf }),
    };
  });
}

/** The fields of an object of this name. */
function objectFields({ fields }: ObjectType, owner: string, declaring: Declaring): Field[] {
  return fields.flatMap(({ name, type, required, description = '', default: fallback }): Field[] => {
    const { type: simple, nullable, optional } = simplify(type, declaring.models);
    if (!simple && !nullable) return [];
    const only = simple?.kind === 'literals' && simple.values.length === 1 ? simple.values[0] : undefined;
    return [
      {
        name,
        type: referTo(type, { name: partName(owner, name) }, declaring),
        required: required && !optional,
        nullable,
        description,
        ...(only !== undefined && only !== null && { constant: only }),
        ...(fallback !== undefined && { default: fallback }),
      },
    ];
  });
}

/** Several values of one kind are an enum; one value is what a scalar holds, a mixture is JSON. */
function literalsRef(values: readonly Literal[], heading: Heading, declaring: Declaring): Ref {
  const base = literalBase(values);
  if (base === undefined) return json;
  const listed = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  if (base === 'boolean' || listed.length < 2) return { kind: 'scalar', name: base };
  return declare(heading, declaring, (head) => ({ kind: 'enum', ...head, base, values: listed }));
}

function literalBase(values: readonly Literal[]): 'string' | 'integer' | 'number' | 'boolean' | undefined {
  if (values.length === 0) return undefined;
  if (values.every((value) => typeof value === 'string')) return 'string';
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  if (values.every(Number.isSafeInteger)) return 'integer';
  return values.every((value) => typeof value === 'number') ? 'number' : undefined;
}

function unionRef(type: UnionType, heading: Heading, declaring: Declaring): Ref {
  if (type.parts.some(isAnything)) return json;
  return declare(heading, declaring, (head) => {
    const variantName = nameScope();
    const variants = type.parts.map((part): Variant => {
      const values = (type.discriminator?.variants ?? [])
        .filter((variant) => variant.type === part || typeKey(variant.type) === typeKey(part))
        .map(({ value }) => value);
      const name = variantName(pascalCase(values.length > 0 ? String(values[0]) : kindName(part)));
      return { name, values, type: referTo(part, { name: partName(head.name, name) }, declaring) };
    });
    const isTagged = variants.every(({ values }) => values.length > 0);
    const discriminator = (isTagged && type.discriminator?.property) || null;
    return { kind: 'union', ...head, discriminator, variants };
  });
}

function isAnything(type: Type): boolean {
  return type.kind === 'scalar' && (type.name === 'unknown' || type.name === 'never');
}

/** What a part without a tag is called. */
function kindName(type: Type): string {
  if (type.kind === 'model' || type.kind === 'scalar') return type.name;
  return type.kind === 'literals' ? 'value' : type.kind;
}
