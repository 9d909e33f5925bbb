/** Writes an input that holds files as the form that both doors read. */

/**
 * Turns an input into form fields: lists repeat their name, nested objects name their keys (`price[amount]`),
 * dates are RFC 3339; what is undefined or null is left out.
 */
export function toFormData(input: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(input)) append(form, name, value);
  return form;
}

function append(form: FormData, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (value instanceof Blob) form.append(name, value);
  else if (value instanceof Date) form.append(name, value.toISOString());
  else if (Array.isArray(value) || value instanceof Set) {
    for (const item of value) append(form, name, item);
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) append(form, `${name}[${key}]`, item);
  } else form.append(name, String(value));
}
