/** Two types of one place → what breaks a client that knows the earlier one. */
import type { Models } from '../discriminate.ts';
import type { Field, ObjectType, Type } from '../ir.ts';
import { asObject } from '../nominal/merge.ts';
import { simplify } from '../nominal/simplify.ts';
import { changedType, compareValues, isAccepted } from './compare-values.ts';
import { describeType } from './describe-type.ts';
import { type Place, tell } from './place.ts';

/** Compares types of two states of an API. @returns sentences, each beginning with its owner */
export function createTypeComparison(oldModels: Models, newModels: Models) {
  const known = new Map<string, string[]>();

  /** Models are compared once, under their own name, so that a change of one is told once. */
  const compare = (old: Type, now: Type, place: Place): string[] => {
    if (old.kind !== 'model' || now.kind !== 'model') return compareParts(old, now, place);
    const key = `${place.side} ${old.name} ${now.name}`;
    const before = known.get(key);
    if (before) return before;
    known.set(key, []);
    const [oldType, newType] = [oldModels.get(old.name), newModels.get(now.name)];
    const changes =
      oldType && newType
        ? compareParts(oldType, newType, { owner: old.name, isModel: true, side: place.side })
        : [];
    known.set(key, changes);
    return changes;
  };

  const compareParts = (old: Type, now: Type, place: Place): string[] => {
    const [before, after] = [simplify(old, oldModels), simplify(now, newModels)];
    const nullChanges = [
      place.side === 'output' && after.nullable && !before.nullable && 'may be null now',
      place.side === 'input' && before.nullable && !after.nullable && 'may not be null any more',
    ];
    const changes = nullChanges
      .filter((change) => typeof change === 'string')
      .map((change) => tell(place, change));
    if (!before.type) return changes;
    if (!after.type)
      return [
        ...changes,
        tell(place, `is ${place.side === 'output' ? 'never answered' : 'not taken'} any more`),
      ];
    return [...changes, ...compareBranches(branches(before.type), branches(after.type), place)];
  };

  /** Every branch that travels must have a counterpart on the side that reads it. */
  const compareBranches = (old: readonly Type[], now: readonly Type[], place: Place): string[] => {
    if (old.length === 1 && now.length === 1 && old[0] && now[0]) return compareSingle(old[0], now[0], place);
    const [sent, read] = place.side === 'input' ? [old, now] : [now, old];
    const inOrder = (from: Type, to: Type) =>
      place.side === 'input' ? compareSingle(from, to, place) : compareSingle(to, from, place);
    const free = new Set(read);
    return sent.flatMap((branch) => {
      const fitting = read.find((other) => inOrder(branch, other).length === 0);
      if (fitting) {
        free.delete(fitting);
        return [];
      }
      const counterpart = [...free].find((other) => isCounterpart(branch, other, place));
      if (counterpart) return inOrder(branch, counterpart);
      if (place.side === 'input') return [tell(place, `takes ${describeType(branch)} no more`)];
      // Unions are open: a client passes on a variant that it does not know.
      return old.length > 1 ? [] : [tell(place, `may be ${describeType(branch)} now`)];
    });
  };

  /** Whether two branches mean the same: by the value that tells them apart, or by their kind. */
  const isCounterpart = (branch: Type, other: Type, { side }: Place): boolean => {
    const [from, to] = side === 'input' ? [oldModels, newModels] : [newModels, oldModels];
    const [left, right] = [asObject(branch, from), asObject(other, to)];
    if (!left || !right) return kindOf(branch) === kindOf(other) && !left && !right;
    const tags = constants(left);
    return tags.size === 0 || [...constants(right)].some((tag) => tags.has(tag));
  };

  const compareSingle = (old: Type, now: Type, place: Place): string[] => {
    if (old.kind === 'model' && now.kind === 'model') return compare(old, now, place);
    if (old.kind === 'model' || now.kind === 'model') {
      const [oldType, newType] = [resolve(old, oldModels), resolve(now, newModels)];
      return oldType && newType ? compareParts(oldType, newType, place) : [];
    }
    const [oldObject, newObject] = [asObject(old, oldModels), asObject(now, newModels)];
    if (oldObject && newObject) return compareObjects(oldObject, newObject, place);
    if (old.kind === 'literals' || now.kind === 'literals') return compareValues(old, now, place);
    if ((old.kind === 'list' || old.kind === 'set') && old.kind === now.kind) {
      return compare(old.item, now.item, { ...place, path: `${place.path ?? ''}[]` });
    }
    if ((old.kind === 'map' || old.kind === 'record') && old.kind === now.kind) {
      return [
        ...compare(old.key, now.key, { ...place, path: `${place.path ?? ''}{key}` }),
        ...compare(old.value, now.value, { ...place, path: `${place.path ?? ''}{}` }),
      ];
    }
    if (old.kind === 'tuple' && now.kind === 'tuple' && old.items.length === now.items.length) {
      return old.items.flatMap((item, index) =>
        compare(item, now.items[index] ?? item, { ...place, path: `${place.path ?? ''}[${index}]` }),
      );
    }
    return isAccepted(old, now, place) ? [] : [changedType(old, now, place)];
  };

  const compareObjects = (old: ObjectType, now: ObjectType, place: Place): string[] => {
    const current = new Map(now.fields.map((field) => [field.name, field]));
    const known = new Set(old.fields.map(({ name }) => name));
    const inside = ({ name }: Field): Place => ({
      ...place,
      path: place.path ? `${place.path}.${name}` : name,
    });
    const changes = old.fields.flatMap((field) => {
      const other = current.get(field.name);
      if (!other) return [tell(inside(field), 'is gone')];
      const presence = [
        place.side === 'input' && other.required && !field.required && 'is required now',
        place.side === 'output' && field.required && !other.required && 'may be absent now',
      ];
      return [
        ...presence
          .filter((change) => typeof change === 'string')
          .map((change) => tell(inside(field), change)),
        ...compare(field.type, other.type, inside(field)),
      ];
    });
    const added = now.fields.filter(
      ({ name, required }) => place.side === 'input' && required && !known.has(name),
    );
    const rest =
      old.rest && now.rest
        ? compare(old.rest, now.rest, { ...place, path: `${place.path ?? ''}{}` })
        : old.rest && place.side === 'input'
          ? [tell(place, 'takes no other fields any more')]
          : [];
    return [...changes, ...added.map((field) => tell(inside(field), 'is new and required')), ...rest];
  };

  return compare;
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
