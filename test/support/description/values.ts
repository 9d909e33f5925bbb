/** JSON Schema → values that fit it. */
import fc from 'fast-check';
import type { Schema as DocumentSchema } from '../../../server/src/engine/openapi/schema.ts';
import type { Api } from './api.ts';

/** What JSON Schema may say beyond what our own document's code speaks of. */
type Schema = DocumentSchema & {
  readonly not?: object;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly multipleOf?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
};

/** Levels of optional parts; deeper ones are left out, so that recursive schemas end. */
const maxDepth = 3;

/** Which values are wanted. */
export interface Wishes {
  /** No list and no object is empty (but deep down), nothing is null: what fields of a form can say. */
  readonly filled?: boolean;
}

/** Values of a schema; a file comes as a `File`. */
export function valuesOf(
  api: Pick<Api, 'resolve'>,
  schema: Schema,
  wishes: Wishes = {},
  depth = 0,
): fc.Arbitrary<unknown> {
  const target: Schema = api.resolve(schema);
  const inner = (part: Schema) => valuesOf(api, part, wishes, depth + 1);
  if (target.examples?.length) return fc.constantFrom(...target.examples);
  if ('const' in target) return fc.constant(target.const);
  if (target.enum) return fc.constantFrom(...target.enum);
  if (target.allOf) return intersection(target.allOf.map((part) => valuesOf(api, part, wishes, depth)));
  const branches = target.oneOf ?? target.anyOf;
  if (branches) return choice(branches, wishes, depth, inner);
  if (target['x-type'] === 'file' || target.format === 'binary') return files;
  const [type, ...others] = [target.type].flat();
  if (others.length === 0) return ofType(type, target, wishes, depth, inner);
  const single = [type, ...others].map((one) => ({ ...target, type: one ?? 'null' }));
  return choice(single, wishes, depth, inner);
}

function ofType(
  type: string | undefined,
  schema: Schema,
  wishes: Wishes,
  depth: number,
  inner: Inner,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objects(schema, wishes, depth, inner);
    case 'array':
      return arrays(schema, wishes, depth, inner);
    case 'string':
      return strings(schema);
    case 'integer':
    case 'number':
      return numbers(schema, type === 'integer');
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return schema.not ? fc.constant(undefined) : fc.constantFrom<unknown>('anything', 7, true);
  }
}

type Inner = (schema: Schema) => fc.Arbitrary<unknown>;

/** Deep down the shortest branch is taken: one that refers to nothing. */
function choice(
  branches: readonly Schema[],
  { filled }: Wishes,
  depth: number,
  inner: Inner,
): fc.Arbitrary<unknown> {
  const wanted = branches.filter(({ type }) => !filled || type !== 'null');
  const [shortest = {}] = wanted.toSorted((a, b) => weight(a) - weight(b));
  return depth < maxDepth ? fc.oneof(...wanted.map(inner)) : inner(shortest);
}

function weight(schema: Schema): number {
  return JSON.stringify(schema).length + ('$ref' in schema ? 1000 : 0);
}

function intersection(parts: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc.tuple(...parts).map((values) => Object.assign({}, ...values));
}

function objects(schema: Schema, { filled }: Wishes, depth: number, inner: Inner): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const names = Object.keys(properties).filter((name) => depth < maxDepth || required.includes(name));
  const minKeys = filled && depth < maxDepth ? 1 : 0;
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) {
    return record(properties, names, required);
  }
  if (propertyNames && required.length > 0) {
    return record(
      Object.fromEntries(required.map((name) => [name, additionalProperties])),
      required,
      required,
    );
  }
  const keys = propertyNames ? inner(propertyNames).map(String) : plainText(1, 8);
  const maxKeys = depth < maxDepth ? 3 : minKeys;
  return fc.dictionary(keys, inner(additionalProperties), { minKeys, maxKeys, noNullPrototype: true });

  function record(
    schemas: Readonly<Record<string, Schema>>,
    kept: readonly string[],
    needed: readonly string[],
  ): fc.Arbitrary<unknown> {
    return fc.record(Object.fromEntries(kept.map((name) => [name, inner(schemas[name] ?? {})])), {
      requiredKeys: kept.filter((name) => needed.includes(name)),
      noNullPrototype: true,
    });
  }
}

function arrays(schema: Schema, { filled }: Wishes, depth: number, inner: Inner): fc.Arbitrary<unknown> {
  const { prefixItems, items, minItems = filled && depth < maxDepth ? 1 : 0, uniqueItems } = schema;
  if (prefixItems) return fc.tuple(...prefixItems.map(inner));
  const maxLength = depth < maxDepth ? Math.min(schema.maxItems ?? minItems + 3, minItems + 3) : minItems;
  if (maxLength === 0) return fc.constant([]);
  const list = fc.array(inner(items ?? {}), { minLength: minItems, maxLength });
  if (!uniqueItems) return list;
  return list.map((values) => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]);
}

function numbers(schema: Schema, isInteger: boolean): fc.Arbitrary<number> {
  const { multipleOf = isInteger ? 1 : 0 } = schema;
  const min = Math.max(schema.minimum ?? -1e6, schema.exclusiveMinimum ?? -1e6);
  const max = Math.min(schema.maximum ?? min + 2e6, schema.exclusiveMaximum ?? min + 2e6);
  const isExcluded = (value: number) =>
    value === schema.exclusiveMinimum || value === schema.exclusiveMaximum;
  if (multipleOf === 0) {
    return fc
      .double({ min, max, noNaN: true })
      .filter((value) => !isExcluded(value))
      .map((value) => value + 0);
  }
  return fc
    .integer({ min: Math.ceil(min / multipleOf), max: Math.floor(max / multipleOf) })
    .map((value) => Number((value * multipleOf).toPrecision(12)))
    .filter((value) => !isExcluded(value));
}

function strings(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = minLength + 20 } = schema;
  const formatted = format === undefined ? undefined : formats[format];
  if (formatted) return formatted;
  if (pattern) {
    return fc
      .stringMatching(new RegExp(pattern, 'u'))
      .filter((text) => text.length >= minLength && text.length <= maxLength);
  }
  return plainText(minLength, Math.min(maxLength, minLength + 20));
}

/** Words of any script; where a space stands, something stands on both of its sides. */
function plainText(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'abcxyz019-_é漢'), minLength, maxLength });
}

const name = fc.stringMatching(/^[a-z]{3,10}$/);
const instants = fc.date({ min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true });

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid({ version: [4, 7] }),
  email: fc.tuple(name, name).map(([user, host]) => `${user}@${host}.org`),
  'date-time': instants.map((date) => date.toISOString()),
  date: instants.map((date) => date.toISOString().slice(0, 10)),
  time: instants.map((date) => date.toISOString().slice(11, 19)),
  duration: fc.constantFrom('P1D', 'PT5M', 'P1Y2M3DT4H'),
  uri: fc.webUrl(),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
};

/** The smallest picture there is, and a text. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const files = fc.constantFrom(
  new File([new Uint8Array(pixel)], 'pixel.png', { type: 'image/png' }),
  new File(['a note'], 'note.txt', { type: 'text/plain' }),
);
