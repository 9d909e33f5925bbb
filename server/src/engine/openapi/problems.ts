/** How failures look in the document: a schema and a response for every code that an operation declares. */
import { type Code, codes, errorTable } from '@portico/shared/errors';
import { problemPage, problemType } from '../errors/problem.ts';
import type { Operation } from '../operations/operation.ts';
import { type HeaderName, headers, limitHeaders, policyHeaders } from './headers.ts';
import type { MediaTypeObject, Reference, ResponseObject } from './openapi.ts';
import type { Schema } from './schema.ts';
import { componentPath } from './schemas.ts';

/** The error responses of an operation, by status. */
export function errorResponses({ errors }: Operation): Record<string, Reference> {
  const statuses = byStatus(errors);
  return Object.fromEntries(
    Object.entries(statuses).map(([status, group]) => [
      status,
      { $ref: `#/components/responses/${responseName(group)}` },
    ]),
  );
}

/** The shared responses: one for every set of codes that some operation answers with one status. */
export function problemResponses(operations: readonly Operation[]): Record<string, ResponseObject> {
  const groups = operations.flatMap(({ errors }) => Object.values(byStatus(errors)));
  const policies = [...new Set(operations.flatMap(policyHeaders))];
  const named = new Map(groups.map((group) => [responseName(group), problemResponse(group, policies)]));
  return Object.fromEntries([...named].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The problem schema and, for every code, the one that narrows it. */
export function problemSchemas(used: ReadonlySet<Code>): Record<string, Schema> {
  const narrowed = codes.filter((code) => used.has(code)).map((code) => [schemaName(code), narrow(code)]);
  return { FieldIssue: fieldIssue, Problem: problem, ...Object.fromEntries(narrowed) };
}

function byStatus(group: readonly Code[]): Partial<Record<string, Code[]>> {
  return Object.groupBy(group, (code) => String(errorTable[code].status));
}

function responseName(group: readonly Code[] = []): string {
  return group.join('.or.');
}

function schemaName(code: Code): string {
  const words = code.split('_').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join('')}Problem`;
}

/** @param policies headers of the operations that have a limit or an age: what they say, they say in failures too */
function problemResponse(group: readonly Code[] = [], policies: readonly HeaderName[]): ResponseObject {
  return {
    description: group.map((code) => `${errorTable[code].title} (\`${code}\`)`).join(', or: '),
    headers: headers(...codeHeaders(group), ...policies),
    content: { [problemType]: problemContent(group) },
  };
}

function codeHeaders(group: readonly Code[]): HeaderName[] {
  return [
    ...(group.some((code) => retryable.has(code)) ? (['Retry-After'] as const) : []),
    ...(group.includes('rate_limited') ? limitHeaders : []),
    ...(group.some((code) => challenging.has(code)) ? (['WWW-Authenticate'] as const) : []),
    ...(group.includes('range_not_satisfiable') ? (['Content-Range'] as const) : []),
  ];
}

/** Codes whose answers challenge. */
const challenging: ReadonlySet<Code> = new Set(['unauthenticated', 'invalid_token', 'insufficient_scope']);

/** Codes that say when to try again. */
const retryable: ReadonlySet<Code> = new Set([
  'idempotency_in_progress',
  'rate_limited',
  'unavailable',
  'timeout',
]);

function problemContent(group: readonly Code[]): MediaTypeObject {
  const [first] = group;
  if (first && group.length === 1) return { schema: refTo(first), example: example(first) };
  return {
    schema: {
      oneOf: group.map(refTo),
      discriminator: {
        propertyName: 'code',
        mapping: Object.fromEntries(group.map((code) => [code, componentPath + schemaName(code)])),
      },
    },
    ...(first && { example: example(first) }),
  };
}

function refTo(code: Code): Schema {
  return { $ref: componentPath + schemaName(code) };
}

function example(code: Code): object {
  const { title, status } = errorTable[code];
  return {
    type: problemPage(code),
    title,
    status,
    detail: title,
    instance: '/api/posts',
    code,
    requestId: '0198c7f0-5d2e-7c3a-9b1f-2f6f0a4c1d11',
    ...(code === 'invalid_input' && {
      errors: [
        { pointer: '/title', detail: 'Too small: expected string to have >=1 characters', code: 'too_small' },
      ],
    }),
  };
}

function narrow(code: Code): Schema {
  const { title, status } = errorTable[code];
  const required = code === 'invalid_input' ? ['errors'] : undefined;
  return {
    allOf: [
      { $ref: `${componentPath}Problem` },
      {
        type: 'object',
        properties: { code: { type: 'string', const: code }, status: { type: 'integer', const: status } },
        ...(required && { required }),
      },
    ],
    description: title,
  };
}

const fieldIssue: Schema = {
  type: 'object',
  description: 'What is wrong with one field of the input',
  properties: {
    pointer: {
      type: 'string',
      description: 'Where in the input, as a JSON Pointer (RFC 6901); empty for the whole',
    },
    detail: { type: 'string', description: 'One sentence for a person' },
    code: { type: 'string', description: 'A stable key for a program' },
  },
  required: ['pointer', 'detail', 'code'],
};

const problem: Schema = {
  type: 'object',
  description: 'The body of every failed answer (RFC 9457)',
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      description: 'Address of the page that explains the code',
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'One sentence about this occurrence' },
    instance: { type: 'string', format: 'uri-reference', description: 'Path of the request that failed' },
    code: { type: 'string', enum: [...codes], description: 'The kind of failure; more may come' },
    requestId: { type: 'string', description: 'Under this id the log has the request' },
    errors: { type: 'array', items: { $ref: `${componentPath}FieldIssue` } },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
};
