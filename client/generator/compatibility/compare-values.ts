/** Values and scalars of one place, before and after. */
import type { Literal, Type } from '../ir.ts';
import { typeKey } from '../type-key.ts';
import { describeType, valueText } from './describe-type.ts';
import { type Place, tell } from './place.ts';

/** Where at least one of the types is a choice of values. */
export function compareValues(old: Type, now: Type, place: Place): string[] {
  const [before, after] = [valuesOf(old), valuesOf(now)];
  if (!before || !after) return isAccepted(old, now, place) ? [] : [changedType(old, now, place)];
  if (place.side === 'input') {
    const lost = before.filter((value) => !after.includes(value));
    return lost.map((value) => tell(place, `takes ${valueText(value)} no more`));
  }
  if (baseOf(before) !== baseOf(after)) return [changedType(old, now, place)];
  // A single value is a constant to the client; several are an open enum.
  const [only] = before;
  const isSame = before.length > 1 || (after.length === 1 && after[0] === only);
  return isSame || only === undefined ? [] : [tell(place, `is not always ${valueText(only)} any more`)];
}

/** Whether a client that knows the earlier type gets along with the later one. */
export function isAccepted(old: Type, now: Type, { side }: Place): boolean {
  const [sent, read] = side === 'input' ? [old, now] : [now, old];
  const wider = scalarOf(read);
  const narrower = scalarOf(sent);
  if (wider === 'unknown') return true;
  if (wider === undefined || narrower === undefined) return typeKey(old) === typeKey(now);
  const isWithin = wider === narrower || (wider === 'number' && narrower === 'integer');
  // Text where an enum was is read as a value that the enum does not know; it is not taken in the place of one.
  if (read.kind === 'literals' && sent.kind === 'scalar') {
    return side === 'output' && isWithin && read.values.length > 1;
  }
  return isWithin;
}

/** Says that a type is another one. */
export function changedType(old: Type, now: Type, place: Place): string {
  return tell(place, `is ${describeType(now)} now, it was ${describeType(old)}`);
}

function valuesOf(type: Type): readonly Literal[] | undefined {
  return type.kind === 'literals' ? type.values : undefined;
}

function scalarOf(type: Type): string | undefined {
  if (type.kind === 'scalar') return type.name;
  return type.kind === 'literals' ? baseOf(type.values) : undefined;
}

function baseOf(values: readonly Literal[]): string {
  const bases = new Set(values.map((value) => (Number.isInteger(value) ? 'integer' : typeof value)));
  return bases.size === 1 ? ([...bases][0] ?? '') : 'mixed';
}
