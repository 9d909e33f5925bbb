/** A value that fits a schema and reads well in an example. */
import type { Schema } from '../engine/openapi/schema.ts';

/** The document's named schemas. */
export type Components = Readonly<Record<string, Schema>>;

const referencePrefix = '#/components/schemas/';

/** Follows references to a schema itself. */
export function dereference(schema: Schema, components: Components): Schema {
  const target = schema.$ref && components[schema.$ref.slice(referencePrefix.length)];
  return target ? dereference(target, components) : schema;
}

/** What stands for a text of a given format. */
const formats: Readonly<Record<string, string>> = {
  uuid: '0198c2f4-7c1e-7b3a-9d55-2f6f0c9f1a2b',
  'date-time': '2026-01-31T12:00:00.000Z',
  email: 'ada@example.com',
  uri: 'https://example.com/',
};

/** The required properties alone, each as simple as its schema allows. */
export function sample(schema: Schema, components: Components, name = 'text'): unknown {
  const { type, format, properties = {}, required = [], ...rest } = dereference(schema, components);
  if (rest['x-type'] === 'file') return '@picture.png';
  const first = rest.examples?.[0] ?? rest.const ?? rest.enum?.[0] ?? rest.default;
  if (first !== undefined) return first;
  const branch = rest.anyOf?.[0] ?? rest.oneOf?.[0];
  if (branch) return sample(branch, components, name);
  switch (Array.isArray(type) ? type[0] : type) {
    case 'object':
      return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {}, components, key)]));
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return rest.minimum && rest.minimum > 1 ? rest.minimum : 1;
    case 'boolean':
      return true;
    default:
      return (format && formats[format]) || name;
  }
}
