/** What JSON becomes: dates, bigints, sets and maps are made of what travels in their place. */

/** What to make of a value. What has no such part stays as it is, and so does what is not as described. */
export type Codec =
  /** RFC 3339 text → Date, decimal text → bigint, text → URL; any other text is a type's name. */
  | 'date'
  | 'bigint'
  | 'url'
  | (string & {})
  | { readonly list: Codec }
  | { readonly set: Codec | null }
  | { readonly map: readonly [key: Codec | null, value: Codec | null] }
  | { readonly record: Codec }
  | { readonly tuple: readonly (Codec | null)[]; readonly rest?: Codec | null }
  | { readonly object: Readonly<Record<string, Codec>>; readonly rest?: Codec }
  /** By the value of a field. */
  | { readonly tag: string; readonly variants: Readonly<Record<string, Codec>> }
  /** The first that fits. */
  | { readonly choice: readonly (readonly [fits: Fit, codec: Codec | null])[] };

/** When a value is of a branch: by its kind, or as an object with these fields. */
export type Fit =
  | 'string'
  | 'number'
  | 'boolean'
  | 'array'
  | 'object'
  | 'date'
  | 'bigint'
  | 'url'
  | { readonly has: readonly string[] };

/** Codecs of the named types that need one. */
export type CodecTable = Readonly<Record<string, Codec>>;

/** Makes of parsed JSON what a codec says, in place. */
export function decode(value: unknown, codec: Codec | null | undefined, types: CodecTable): unknown {
  if (value === null || value === undefined || !codec) return value;
  if (typeof codec === 'string') return decodeNamed(value, codec, types);
  const part = (inner: unknown, its: Codec | null | undefined) => decode(inner, its, types);
  if ('list' in codec) return Array.isArray(value) ? value.map((item) => part(item, codec.list)) : value;
  if ('set' in codec)
    return Array.isArray(value) ? new Set(value.map((item) => part(item, codec.set))) : value;
  if ('map' in codec) {
    const [key, its] = codec.map;
    return isEntries(value) ? new Map(value.map(([k, v]) => [part(k, key), part(v, its)])) : value;
  }
  if ('tuple' in codec) {
    const { tuple, rest } = codec;
    if (!Array.isArray(value)) return value;
    return value.map((item, index) => part(item, index < tuple.length ? tuple[index] : rest));
  }
  if (!isObject(value)) return 'choice' in codec ? chosen(value, codec.choice, types) : value;
  if ('record' in codec) return decodeFields(value, Object.keys(value), () => codec.record, types);
  if ('object' in codec) {
    const { object, rest } = codec;
    const names = rest ? Object.keys(value) : Object.keys(object);
    return decodeFields(value, names, (name) => (Object.hasOwn(object, name) ? object[name] : rest), types);
  }
  if ('choice' in codec) return chosen(value, codec.choice, types);
  const variant = String(value[codec.tag]);
  return Object.hasOwn(codec.variants, variant) ? part(value, codec.variants[variant]) : value;
}

function decodeNamed(value: unknown, name: string, types: CodecTable): unknown {
  if (name === 'date') return fits(value, 'date') ? new Date(String(value)) : value;
  if (name === 'bigint') return fits(value, 'bigint') ? BigInt(String(value)) : value;
  if (name === 'url') return fits(value, 'url') ? new URL(String(value)) : value;
  return decode(value, types[name], types);
}

function decodeFields(
  value: Record<string, unknown>,
  names: readonly string[],
  codecOf: (name: string) => Codec | undefined,
  types: CodecTable,
): unknown {
  for (const name of names) {
    if (Object.hasOwn(value, name)) value[name] = decode(value[name], codecOf(name), types);
  }
  return value;
}

function chosen(
  value: unknown,
  branches: readonly (readonly [Fit, Codec | null])[],
  types: CodecTable,
): unknown {
  const branch = branches.find(([fit]) => fits(value, fit));
  return branch ? decode(value, branch[1], types) : value;
}

/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
const timestamp = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

function fits(value: unknown, fit: Fit): boolean {
  if (typeof fit === 'object') return isObject(value) && fit.has.every((name) => Object.hasOwn(value, name));
  if (fit === 'array') return Array.isArray(value);
  if (fit === 'object') return isObject(value);
  if (fit === 'date') return typeof value === 'string' && timestamp.test(value);
  if (fit === 'bigint') return typeof value === 'string' && /^-?\d+$/.test(value);
  return fit === 'url' ? typeof value === 'string' && /^[a-z][\w+.-]*:/i.test(value) : typeof value === fit;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntries(value: unknown): value is readonly (readonly [unknown, unknown])[] {
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry) && entry.length === 2);
}
