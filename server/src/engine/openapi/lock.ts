/** `api.lock`: one line an operation, so that a review of the API is a diff of this file. */
import { possibleErrors } from '../operations/errors.ts';
import type { Operation } from '../operations/operation.ts';
import type { OpenApiDocument } from './openapi.ts';
import type { Schema } from './schema.ts';
import { componentPath } from './schemas.ts';

/**
 * Writes the lines, sorted: route, id, who may call it, what it answers, how it may fail beyond what follows
 * from access and input.
 * @example `PUT /posts/{id} posts.update user → Post ! not_found version_conflict`
 */
export function apiLock(operations: readonly Operation[], document: OpenApiDocument): string {
  const lines = operations.map((operation) => line(operation, answer(operation, document)));
  return lines.toSorted().join('');
}

function line(operation: Operation, answered: string): string {
  const { id, rest, access, input, errors } = operation;
  const implied = possibleErrors({}, access, input !== undefined, operation);
  const declared = errors.filter((code) => !implied.includes(code));
  const route = rest ? `${rest.method} ${rest.path}` : 'RPC';
  const failures = declared.length > 0 ? ` ! ${declared.join(' ')}` : '';
  return `${route} ${id} ${access.role} → ${answered}${failures}\n`;
}

function answer({ id, output }: Operation, document: OpenApiDocument): string {
  const schema = document['x-rpc'].procedures[id]?.output ?? {};
  if (output.as === 'json') return label(schema);
  if (output.as === 'stream') return `stream of ${label(schema)}`;
  return output.as === 'none' ? 'nothing' : output.as;
}

/** A schema in a few words: its name, or the names of its fields. */
function label(schema: Schema): string {
  const { $ref, type, items, properties, required = [] } = schema;
  const branches = schema.oneOf ?? schema.anyOf;
  if ($ref) return $ref.slice(componentPath.length);
  if (branches) return branches.map(label).join(' | ');
  if (type === 'array') return `${label(items ?? {})}[]`;
  if (!properties) return schema['x-type'] ?? (Array.isArray(type) ? type.join(' | ') : (type ?? 'any'));
  const fields = Object.entries(properties).map(
    ([name, property]) => `${name}${required.includes(name) ? '' : '?'}: ${label(property)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
