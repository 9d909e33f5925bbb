/** Two types of one place → what breaks a client that knows the earlier one. */
import type { Models } from '../discriminate.ts';
import type { Field, ObjectType, TupleType, Type } from '../ir.ts';
import { asObject } from '../nominal/merge.ts';
import { simplify } from '../nominal/simplify.ts';
import { compareLimits } from './compare-limits.ts';
import { changedType, compareValues, isAccepted } from './compare-values.ts';
import { describeType } from './describe-type.ts';
import { type Place, tell } from './place.ts';

/** Models of both states, and what is known of pairs of them. */
interface Comparison {
  readonly oldModels: Models;
  readonly newModels: Models;
  readonly known: Map<string, string[]>;
}

/** Compares types of two states of an API. @returns sentences, each beginning with its owner */
export function createTypeComparison(oldModels: Models, newModels: Models) {
  const comparison: Comparison = { oldModels, newModels, known: new Map() };
  return (old: Type, now: Type, place: Place): string[] => compare(old, now, place, comparison);
}

/** Models are compared once, under their own name, so that a change of one is told once. */
function compare(old: Type, now: Type, place: Place, comparison: Comparison): string[] {
  if (old.kind !== 'model' || now.kind !== 'model') return compareParts(old, now, place, comparison);
  const { oldModels, newModels, known } = comparison;
  const key = `${place.side} ${old.name} ${now.name}`;
  const before = known.get(key);
  if (before) return before;
  known.set(key, []);
  const [oldType, newType] = [oldModels.get(old.name), newModels.get(now.name)];
  const own: Place = { owner: old.name, isModel: true, side: place.side };
  const changes = oldType && newType ? compareParts(oldType, newType, own, comparison) : [];
  known.set(key, changes);
  return changes;
}

function compareParts(old: Type, now: Type, place: Place, comparison: Comparison): string[] {
  const before = simplify(old, comparison.oldModels);
  const after = simplify(now, comparison.newModels);
  const isOutput = place.side === 'output';
  const nullChanges = [
    isOutput && after.nullable && !before.nullable && 'may be null now',
    !isOutput && before.nullable && !after.nullable && 'may not be null any more',
    before.type && !after.type && `is ${isOutput ? 'never answered' : 'not taken'} any more`,
  ];
  const changes = nullChanges
    .filter((change) => typeof change === 'string')
    .map((change) => tell(place, change));
  if (!before.type || !after.type) return changes;
  return [...changes, ...compareBranches(branches(before.type), branches(after.type), place, comparison)];
}

/** Every branch that is sent must have a counterpart on the side that reads it. */
function compareBranches(
  old: readonly Type[],
  now: readonly Type[],
  place: Place,
  comparison: Comparison,
): string[] {
  const [first, current] = [old[0], now[0]];
  if (first && current && old.length === 1 && now.length === 1) {
    return compareSingle(first, current, place, comparison);
  }
  const isInput = place.side === 'input';
  const [sent, read] = isInput ? [old, now] : [now, old];
  const inOrder = (from: Type, to: Type) =>
    isInput ? compareSingle(from, to, place, comparison) : compareSingle(to, from, place, comparison);
  const free = new Set(read);
  return sent.flatMap((branch) => {
    const fitting = read.find((other) => inOrder(branch, other).length === 0);
    if (fitting) {
      free.delete(fitting);
      return [];
    }
    const counterpart = [...free].find((other) => isCounterpart(branch, other, place, comparison));
    if (counterpart) return inOrder(branch, counterpart);
    if (isInput) return [tell(place, `takes ${describeType(branch)} no more`)];
    // Unions are open: a client passes on a variant that it does not know.
    return old.length > 1 ? [] : [tell(place, `may be ${describeType(branch)} now`)];
  });
}

/** Whether two branches mean the same: by the value that tells them apart, or by their kind. */
function isCounterpart(branch: Type, other: Type, { side }: Place, comparison: Comparison): boolean {
  const { oldModels, newModels } = comparison;
  const [from, to] = side === 'input' ? [oldModels, newModels] : [newModels, oldModels];
  const [left, right] = [asObject(branch, from), asObject(other, to)];
  if (!left || !right) return kindOf(branch) === kindOf(other) && !left && !right;
  const tags = constants(left);
  return tags.size === 0 || [...constants(right)].some((tag) => tags.has(tag));
}

function compareSingle(old: Type, now: Type, place: Place, comparison: Comparison): string[] {
  const { oldModels, newModels } = comparison;
  if (old.kind === 'model' && now.kind === 'model') return compare(old, now, place, comparison);
  if (old.kind === 'model' || now.kind === 'model') {
    const [oldType, newType] = [resolve(old, oldModels), resolve(now, newModels)];
    return oldType && newType ? compareParts(oldType, newType, place, comparison) : [];
  }
  const [oldObject, newObject] = [asObject(old, oldModels), asObject(now, newModels)];
  if (oldObject && newObject) return compareObjects(oldObject, newObject, place, comparison);
  if (old.kind === 'literals' || now.kind === 'literals') return compareValues(old, now, place);
  const inside = (from: Type, to: Type, step: string) =>
    compare(from, to, { ...place, path: `${place.path ?? ''}${step}` }, comparison);
  if ((old.kind === 'list' || old.kind === 'set') && old.kind === now.kind) {
    return [...compareLimits(old.limits, now.limits, place), ...inside(old.item, now.item, '[]')];
  }
  if ((old.kind === 'map' || old.kind === 'record') && old.kind === now.kind) {
    return [
      ...compareLimits(old.limits, now.limits, place),
      ...inside(old.key, now.key, '{key}'),
      ...inside(old.value, now.value, '{}'),
    ];
  }
  if (old.kind === 'tuple' && now.kind === 'tuple' && old.items.length === now.items.length) {
    return [
      ...old.items.flatMap((item, index) => inside(item, now.items[index] ?? item, `[${index}]`)),
      ...compareLengths(old, now, place),
      ...(old.rest && now.rest ? inside(old.rest, now.rest, '[]') : []),
    ];
  }
  if (!isAccepted(old, now, place)) return [changedType(old, now, place)];
  return compareLimits(old.limits, now.limits, place);
}

/** How many items a tuple must have, and may. */
function compareLengths(old: TupleType, now: TupleType, place: Place): string[] {
  if (place.side === 'output') {
    const isShorter = now.required < old.required;
    return isShorter ? [tell(place, `may have only ${now.required} items now, it was ${old.required}`)] : [];
  }
  const changes = [
    now.required > old.required && `must have at least ${now.required} items now, it was ${old.required}`,
    old.rest && !now.rest && 'takes no further items any more',
  ];
  return changes.filter((change) => typeof change === 'string').map((change) => tell(place, change));
}

function compareObjects(old: ObjectType, now: ObjectType, place: Place, comparison: Comparison): string[] {
  const current = new Map(now.fields.map((field) => [field.name, field]));
  const known = new Set(old.fields.map(({ name }) => name));
  const isInput = place.side === 'input';
  const inside = ({ name }: Field): Place => ({
    ...place,
    path: place.path ? `${place.path}.${name}` : name,
  });
  const changes = old.fields.flatMap((field) => {
    const other = current.get(field.name);
    if (!other) return [tell(inside(field), 'is gone')];
    const presence = [
      isInput && other.required && !field.required && 'is required now',
      !isInput && field.required && !other.required && 'may be absent now',
    ];
    return [
      ...presence.filter((change) => typeof change === 'string').map((change) => tell(inside(field), change)),
      ...compare(field.type, other.type, inside(field), comparison),
    ];
  });
  const added = isInput ? now.fields.filter(({ name, required }) => required && !known.has(name)) : [];
  return [
    ...changes,
    ...added.map((field) => tell(inside(field), 'is new and required')),
    ...compareRest(old, now, place, comparison),
  ];
}

/** The fields that an object may have beyond those it names. */
function compareRest(old: ObjectType, now: ObjectType, place: Place, comparison: Comparison): string[] {
  if (!old.rest) return [];
  const path = `${place.path ?? ''}{}`;
  if (now.rest) return compare(old.rest, now.rest, { ...place, path }, comparison);
  return place.side === 'input' ? [tell(place, 'takes no other fields any more')] : [];
}

function branches(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.parts : [type];
}

function resolve(type: Type, models: Models): Type | undefined {
  return type.kind === 'model' ? models.get(type.name) : type;
}

function kindOf(type: Type): string {
  return type.kind === 'scalar' ? type.name : type.kind;
}

/** The fields of an object that have one value, as `name=value`. */
function constants({ fields }: ObjectType): ReadonlySet<string> {
  return new Set(
    fields.flatMap(({ name, type }) =>
      type.kind === 'literals' ? type.values.map((value) => `${name}=${JSON.stringify(value)}`) : [],
    ),
  );
}
