/** Writes an input that holds files as the form that both doors read. */

/** The name of a field and what it holds. */
export type FormField = readonly [name: string, value: string | Blob];

/**
 * Turns an input into the fields of a form or a query: lists repeat their name, nested objects name their keys
 * (`price[amount]`), dates are RFC 3339, null and the empty list are the empty text; what is undefined is left out.
 */
export function toFields(input: object): FormField[] {
  return Object.entries(input).flatMap(([name, value]) => fieldsOf(name, value));
}

/** The form of an input. */
export function toFormData(input: object): FormData {
  const form = new FormData();
  for (const [name, value] of toFields(input)) form.append(name, value);
  return form;
}

function fieldsOf(name: string, value: unknown): FormField[] {
  if (value === undefined) return [];
  if (value === null) return [[name, '']];
  if (value instanceof Blob || isNativeFile(value)) return [[name, value]];
  if (value instanceof Date) return [[name, value.toISOString()]];
  if (Array.isArray(value) || value instanceof Set) return listFields(name, [...value]);
  if (typeof value !== 'object' || value instanceof URL) return [[name, String(value)]];
  return keyFields(name, value instanceof Map ? [...value] : Object.entries(value));
}

/** Items with parts are numbered, so that the parts of one stay together. */
function listFields(name: string, items: readonly unknown[]): FormField[] {
  if (items.length === 0) return [[name, '']];
  if (items.some(hasParts)) return keyFields(name, [...items.entries()]);
  return items.flatMap((item) => fieldsOf(name, item));
}

function keyFields(name: string, entries: readonly (readonly [unknown, unknown])[]): FormField[] {
  return entries.flatMap(([key, value]) => fieldsOf(`${name}[${String(key)}]`, value));
}

function hasParts(value: unknown): boolean {
  const isLeaf =
    value instanceof Blob || value instanceof Date || value instanceof URL || isNativeFile(value);
  return typeof value === 'object' && value !== null && !isLeaf;
}

/** React Native names a file by its address; its FormData takes that in the place of a Blob. */
function isNativeFile(value: unknown): value is Blob {
  const isNative = globalThis.navigator?.product === 'ReactNative';
  return isNative && typeof value === 'object' && value !== null && 'uri' in value && 'type' in value;
}
