/** Input → JSON: dates are RFC 3339, bigints decimal text, sets lists, maps lists of entries. */

/** Writes a body; fields that are undefined are left out. */
export function toJson(input: unknown): string {
  return JSON.stringify(plain(input));
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date || value instanceof URL) return value.toJSON();
  if (value instanceof Set || value instanceof Map || Array.isArray(value)) return Array.from(value, plain);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
