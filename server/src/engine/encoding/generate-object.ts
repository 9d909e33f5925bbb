/** Generates the code that writes the objects of one schema: V8 then knows their shape and makes each of them at once. */

import { isoDate } from './iso-date.ts';
import { baseOf, endings, type Notes, type Write, writeDate } from './write.ts';

/** One field of an object. */
export interface Field {
  readonly key: string;
  /** The key as a step of superjson's path, ready to stand in a JSON string. */
  readonly step: string;
  /** Null where the value stays as it is. */
  readonly write: Write | null;
}

/**
 * @param slow writes the objects of which a field is undefined: it may be absent, and stays so
 * @returns `slow` itself where the process may not generate code (`node --disallow-code-generation-from-strings`)
 */
export function generateObject(fields: readonly Field[], slow: Write): Write {
  if (fields.length === 0) return slow;
  try {
    return new Function('slow', 'baseOf', 'noted', 'writes', source(fields))(
      slow,
      baseOf,
      notedDate,
      fields.map(({ write }) => write),
    );
  } catch (error) {
    if (error instanceof EvalError) return slow;
    throw error;
  }
}

/** Nothing but keys and steps enters it, and those as JSON text. */
function source(fields: readonly Field[]): string {
  const names = fields.map((_, index) => `field${index}`);
  const read = fields.map(({ key }, index) => `${names[index]} = value[${JSON.stringify(key)}]`);
  const properties = fields.map((field, index) => `${JSON.stringify(field.key)}: ${written(field, index)}`);
  return `
    const ${fields.map((_, index) => `write${index} = writes[${index}]`).join(', ')};
    return (value, path, notes) => {
      const ${read.join(', ')};
      if (${names.map((name) => `${name} === undefined`).join(' || ')}) return slow(value, path, notes);
      const base = notes ? baseOf(path) : '';
      return { ${properties.join(', ')} };
    };`;
}

/** The value of a field; of a date, which most annotations are about, path and ending are one text. */
function written({ step, write }: Field, index: number): string {
  const name = `field${index}`;
  if (!write) return name;
  const text = `write${index}(${name}, base + ${JSON.stringify(step)}, notes)`;
  if (write !== writeDate) return text;
  return `${name} instanceof Date ? noted(${name}, base, ${JSON.stringify(step + endings.date)}, notes) : ${text}`;
}

function notedDate(date: Date, base: string, ending: string, notes: Notes | null): string {
  notes?.add(base, ending);
  return isoDate(date);
}
