/** Writes an input that holds files as the form that both doors read. */

/**
 * Turns an input into form fields: lists repeat their name, nested objects name their keys (`price[amount]`),
 * dates are RFC 3339, null and the empty list are the empty text; what is undefined is left out.
 */
export function toFormData(input: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(input)) append(form, name, value);
  return form;
}

function append(form: FormData, name: string, value: unknown): void {
  if (value === undefined) return;
  if (value === null) form.append(name, '');
  else if (value instanceof Blob) form.append(name, value);
  else if (value instanceof Date) form.append(name, value.toISOString());
  else if (Array.isArray(value) || value instanceof Set) appendList(form, name, [...value]);
  else if (typeof value !== 'object' || value instanceof URL) form.append(name, String(value));
  else appendKeys(form, name, value instanceof Map ? [...value] : Object.entries(value));
}

/** Items with parts are numbered, so that the parts of one stay together. */
function appendList(form: FormData, name: string, items: readonly unknown[]): void {
  if (items.length === 0) form.append(name, '');
  else if (items.some(hasParts)) appendKeys(form, name, [...items.entries()]);
  else for (const item of items) append(form, name, item);
}

function appendKeys(form: FormData, name: string, entries: readonly (readonly [unknown, unknown])[]): void {
  for (const [key, value] of entries) append(form, `${name}[${String(key)}]`, value);
}

function hasParts(value: unknown): boolean {
  const isLeaf = value instanceof Blob || value instanceof Date || value instanceof URL;
  return typeof value === 'object' && value !== null && !isLeaf;
}
