/** The properties of an object schema, wherever it stands. */
import type { Schema } from './schema.ts';
import { componentPath, type Schemas } from './schemas.ts';

/** Properties in order, and which of them must be there. */
export interface Fields {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

/** Reads the fields of an input; none when there is no input. */
export function fieldsOf(schema: Schema | undefined, schemas: Schemas): Fields {
  const { properties = {}, required = [] } = schema ? resolve(schema, schemas) : {};
  return { properties, required };
}

/** Follows references to a schema itself. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  const target = schema.$ref && schemas.components[schema.$ref.slice(componentPath.length)];
  return target ? resolve(target, schemas) : schema;
}
