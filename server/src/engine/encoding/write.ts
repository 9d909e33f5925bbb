/** Turns values into what `JSON.stringify` writes natively, and notes for superjson what they were. */
import { isoDate } from './iso-date.ts';

/**
 * superjson's annotations as JSON text, each after a comma: `,"items.0.createdAt":["Date"]…`.
 * @see https://github.com/flightcontrolhq/superjson
 */
export class Notes {
  text = '';

  /** @param path as {@link Write} gets it, @param ending one of {@link endings}, perhaps after a last step of the path */
  add(path: string, ending: string): void {
    this.text += path + ending;
  }
}

/** What stands after the path in an annotation, by the type that it names. */
export const endings = {
  date: '":["Date"]',
  bigint: '":["bigint"]',
  number: '":["number"]',
  undefined: '":["undefined"]',
};

/**
 * Makes the JSON value of one schema's values.
 * @param path in superjson's form, escaped for a JSON string, after the comma and quotation mark of its annotation
 * @param notes collects superjson's annotations; null for plain JSON
 */
export type Write = (value: unknown, path: string, notes: Notes | null) => unknown;

/** The path of the whole value. */
export const root = ',"';

/** The path of a child, but for its own step: a text that many children share. */
export function baseOf(path: string): string {
  return path === root ? root : `${path}.`;
}

/** Writes any scalar by what it is: its schema may leave open which. */
export const writeScalar: Write = (value, path, notes) => {
  switch (typeof value) {
    case 'number':
      return notes ? noteNumber(value, path, notes) : value;
    case 'bigint':
      notes?.add(path, endings.bigint);
      return value.toString();
    case 'undefined':
      return notes ? noteUndefined(path, notes) : undefined;
    case 'object':
      return value instanceof Date ? writeDate(value, path, notes) : value;
    default:
      return value;
  }
};

/** A date, or its absence. */
export const writeDate: Write = (value, path, notes) => {
  if (!(value instanceof Date)) return writeScalar(value, path, notes);
  notes?.add(path, endings.date);
  return isoDate(value);
};

/** JSON has no -0, NaN and infinities; superjson carries them as text. */
function noteNumber(value: number, path: string, notes: Notes): number | string {
  if (Number.isFinite(value) && !(value === 0 && 1 / value < 0)) return value;
  notes.add(path, endings.number);
  return Object.is(value, -0) ? '-0' : String(value);
}

function noteUndefined(path: string, notes: Notes): null {
  notes.add(path, endings.undefined);
  return null;
}
