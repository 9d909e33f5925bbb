/** An operation's input as path, query and header parameters. */
import type { Operation } from '../operations/operation.ts';
import { fieldsOf, resolve } from './fields.ts';
import type { ParameterObject } from './openapi.ts';
import type { Schema } from './schema.ts';
import type { Schemas } from './schemas.ts';

/** Everything that does not come in the body. */
export function parameters(operation: Operation, schemas: Schemas): ParameterObject[] {
  const fields = fieldsOf(schemas.input(operation), schemas);
  const params = operation.rest?.params ?? [];
  const path = params.map((name) => pathParameter(name, fields.properties[name] ?? { type: 'string' }));
  const query = operation.body === 'none' ? queryParameters(fields, params, schemas) : [];
  const key = operation.policy.idempotent ? [idempotencyKey] : [];
  return [...path, ...query, ...conditions(operation, fields.properties), ...key];
}

function pathParameter(name: string, schema: Schema): ParameterObject {
  const { minLength, ...others } = undescribed(schema);
  // An empty segment is another address.
  const filled =
    others.type === 'string' && !others.format ? { ...others, minLength: minLength || 1 } : schema;
  return { name, in: 'path', ...described(schema), required: true, schema: undescribed(filled) };
}

function queryParameters(
  { properties, required }: ReturnType<typeof fieldsOf>,
  params: readonly string[],
  schemas: Schemas,
): ParameterObject[] {
  const names = Object.keys(properties).filter((name) => !params.includes(name));
  return names.map((name) => {
    const schema = properties[name] ?? {};
    return {
      name,
      in: 'query',
      ...described(schema),
      ...(required.includes(name) && { required: true }),
      ...style(resolve(schema, schemas)),
      schema: undescribed(schema),
    };
  });
}

/** Lists repeat the name (`tag=a&tag=b`), objects name their keys (`filter[kind]=a`). */
function style({ type }: Schema): Pick<ParameterObject, 'style' | 'explode'> {
  if (type === 'object') return { style: 'deepObject', explode: true };
  return type === 'array' ? { style: 'form', explode: true } : {};
}

/** The headers of conditional and partial requests. @see https://www.rfc-editor.org/rfc/rfc9110#section-13 */
function conditions(
  { rest, output }: Operation,
  properties: Readonly<Record<string, Schema>>,
): ParameterObject[] {
  if (output.as === 'stream') return output.resumable ? [lastEventId] : [];
  if (rest?.method === 'GET') return output.as === 'file' ? [ifNoneMatch, range] : [ifNoneMatch];
  return Object.hasOwn(properties, 'version') ? [ifMatch] : [];
}

const ifNoneMatch = header('If-None-Match', 'The `ETag` you have: 304 when nothing changed');

const lastEventId = header(
  'Last-Event-ID',
  'Goes on after the event with this `id`; wins over `lastEventId`',
);

const range = header('Range', 'The bytes wanted, such as `bytes=0-1023`');

const ifMatch = header(
  'If-Match',
  'The `ETag` or the version (`"7"`) that you edited, instead of `version`: 412 when there is a newer one',
);

const idempotencyKey: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'A new random key for every new request. Sent again under its key within 24 hours, a request has no second effect and ' +
    'gets the first answer.',
  schema: { type: 'string', pattern: '^[!-~]{1,255}$', examples: ['5f0c1b0e-6d53-4a7e-9a51-0b9f6c6b8d2a'] },
};

function header(name: string, description: string): ParameterObject {
  return { name, in: 'header', description, schema: { type: 'string' } };
}

function described({ description }: Schema): { description?: string } {
  return description === undefined ? {} : { description };
}

function undescribed({ description: _, ...schema }: Schema): Schema {
  return schema;
}
