/** Unions without what is no variant: null, absence, doubles, and literals that one scalar holds. */
import type { Models } from '../discriminate.ts';
import type { Literal, Type } from '../ir.ts';
import { typeKey } from '../type-key.ts';

/** A type apart from null and from absence. */
export interface Simple {
  /** Undefined when nothing but null or absence remains. */
  readonly type: Type | undefined;
  readonly nullable: boolean;
  /** Whether it may be absent though the schema does not say optional. */
  readonly optional: boolean;
}

/** Takes a type apart. */
export function simplify(type: Type, models: Models): Simple {
  const parts = partsOf(type);
  const others = mergeLiterals(parts.filter((part) => !isScalar(part, 'null') && !isScalar(part, 'nothing')));
  const literalNull = parts.some((part) => part.kind === 'literals' && part.values.includes(null));
  return {
    type: withParts(type, others),
    nullable: literalNull || parts.some((part) => isScalar(part, 'null') || isNullableModel(part, models)),
    optional: parts.some((part) => isScalar(part, 'nothing')),
  };
}

/** Whether a model's own type may be null, so that wherever it is used null may come. */
function isNullableModel(type: Type, models: Models, seen: ReadonlySet<string> = new Set()): boolean {
  if (type.kind !== 'model' || seen.has(type.name)) return false;
  const target = models.get(type.name);
  if (!target) return false;
  const within = new Set([...seen, type.name]);
  return partsOf(target).some(
    (part) =>
      isScalar(part, 'null') ||
      (part.kind === 'literals' && part.values.includes(null)) ||
      isNullableModel(part, models, within),
  );
}

function partsOf(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.parts : [type];
}

function isScalar(type: Type, name: string): boolean {
  return type.kind === 'scalar' && type.name === name;
}

/** All literals together, and none of those that a scalar beside them holds anyway. */
function mergeLiterals(parts: readonly Type[]): Type[] {
  const scalars = new Set(parts.flatMap((part) => (part.kind === 'scalar' ? [part.name] : [])));
  const held = (value: Literal) =>
    (typeof value === 'string' && scalars.has('string')) ||
    (typeof value === 'number' && scalars.has('number')) ||
    (typeof value === 'boolean' && scalars.has('boolean'));
  const values = parts
    .flatMap((part) => (part.kind === 'literals' ? part.values : []))
    .filter((value) => value !== null && !held(value));
  const others = parts.filter(
    (part) => part.kind !== 'literals' && !(isScalar(part, 'integer') && scalars.has('number')),
  );
  const distinct = [...new Map(others.map((part) => [typeKey(part), part])).values()];
  if (values.length === 0) return distinct;
  return [{ kind: 'literals', values: [...new Set(values)] }, ...distinct];
}

function withParts(type: Type, parts: readonly Type[]): Type | undefined {
  if (parts.length <= 1) return parts[0];
  return type.kind === 'union' ? { ...type, parts } : { kind: 'union', parts };
}
