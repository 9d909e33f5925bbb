/** An operation's input as a request body, in every content type that the REST door takes. */
import type { Operation } from '../operations/operation.ts';
import { fieldsOf, resolve } from './fields.ts';
import type { MediaTypeObject, RequestBodyObject } from './openapi.ts';
import type { Schema } from './schema.ts';
import { componentPath, type Schemas } from './schemas.ts';

/** The body of an operation; undefined when it has none. */
export function requestBody(operation: Operation, schemas: Schemas): RequestBodyObject | undefined {
  const body = bodySchema(operation, schemas);
  if (!body) return undefined;
  const schema = body.$ref ? body : { $ref: componentPath + bodyName(operation, schemas) };
  const { properties, required } = fieldsOf(body, schemas);
  const form: MediaTypeObject = { schema, ...formEncoding(properties, schemas) };
  return {
    required: required.length > 0,
    content:
      operation.body === 'form'
        ? { 'multipart/form-data': form }
        : {
            'application/json': { schema },
            'application/x-www-form-urlencoded': form,
            'multipart/form-data': form,
          },
  };
}

/** The bodies that have no name of their own, under one made from the operation's id. */
export function bodySchemas(operations: readonly Operation[], schemas: Schemas): Record<string, Schema> {
  const bodies: Record<string, Schema> = {};
  for (const operation of operations) {
    const body = bodySchema(operation, schemas);
    if (body && !body.$ref) bodies[bodyName(operation, schemas)] = body;
  }
  return bodies;
}

function bodyName(operation: Operation, schemas: Schemas): string {
  return `${schemas.nameOf(operation)}Body`;
}

/** The input without what comes elsewhere: in the path, or (the version) possibly in `If-Match`. */
function bodySchema(operation: Operation, schemas: Schemas): Schema | undefined {
  const { rest, body } = operation;
  const input = schemas.input(operation);
  if (!rest || !input || body === 'none') return undefined;
  const { properties, required } = fieldsOf(input, schemas);
  const kept = Object.keys(properties).filter((name) => !rest.params.includes(name));
  const needed = required.filter((name) => kept.includes(name) && name !== 'version');
  if (needed.length === required.length && kept.length === Object.keys(properties).length) return input;
  if (kept.length === 0) return undefined;
  const { required: _, ...object } = resolve(input, schemas);
  return {
    ...object,
    properties: Object.fromEntries(kept.map((name) => [name, properties[name] ?? {}])),
    ...(needed.length > 0 && { required: needed }),
  };
}

/** Forms name the keys of nested objects: `price[amount]=1`. */
function formEncoding(
  properties: Readonly<Record<string, Schema>>,
  schemas: Schemas,
): Pick<MediaTypeObject, 'encoding'> {
  const nested = Object.keys(properties).filter(
    (name) => resolve(properties[name] ?? {}, schemas).type === 'object',
  );
  if (nested.length === 0) return {};
  return {
    encoding: Object.fromEntries(nested.map((name) => [name, { style: 'deepObject', explode: true }])),
  };
}
