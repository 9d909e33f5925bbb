/** What an operation answers when it succeeds. */
import { problemType } from '../errors/problem.ts';
import type { Operation } from '../operations/operation.ts';
import { fieldsOf } from './fields.ts';
import { type HeaderName, headers, policyHeaders } from './headers.ts';
import type { OperationObject, ResponseObject } from './openapi.ts';
import { errorResponses } from './problems.ts';
import type { Schema } from './schema.ts';
import { componentPath, type Schemas } from './schemas.ts';

/** Every response of an operation, by status. */
export function responses(operation: Operation, schemas: Schemas): OperationObject['responses'] {
  const { as } = operation.output;
  const isKept = operation.rest?.method === 'GET' && as !== 'stream' && as !== 'redirect';
  return {
    ...success(operation, schemas),
    ...(isKept && { 304: newest(operation) }),
    ...errorResponses(operation),
  };
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5 */
function newest(operation: Operation): ResponseObject {
  return {
    description: 'You have the newest already',
    headers: headers('ETag', ...policyHeaders(operation)),
  };
}

/** Whether an operation answers pages of a list. */
export function isPaged(operation: Operation, schemas: Schemas): boolean {
  const input = fieldsOf(schemas.input(operation), schemas).properties;
  const output = fieldsOf(schemas.output(operation), schemas).properties;
  return 'cursor' in input && 'items' in output && 'nextCursor' in output;
}

function success(operation: Operation, schemas: Schemas): Record<string, ResponseObject> {
  const { output, rest, policy } = operation;
  if (output.as === 'file') return file(policyHeaders(operation));
  if (output.as === 'redirect') {
    const cookies = policy.setsCookies ? (['Set-Cookie'] as const) : [];
    const names = headers('Location', ...cookies, ...policyHeaders(operation));
    return { 303: { description: 'See there', headers: names }, default: anyProblem };
  }
  const status = String(rest?.status ?? 200);
  const schema = schemas.output(operation) ?? {};
  if (output.as === 'stream') return { 200: eventStream(schema, output.resumable, policyHeaders(operation)) };
  return {
    [status]: {
      description: descriptions[status] ?? 'Done',
      headers: headers(...successHeaders(operation, schemas)),
      ...content(output.as, schema),
    },
  };
}

/** Said where no answer is a success of its own: tools expect either. */
const anyProblem: ResponseObject = {
  description: 'Anything else is a problem',
  content: { [problemType]: { schema: { $ref: `${componentPath}Problem` } } },
};

/** Nothing has no content, everything else one media type. */
function content(as: Operation['output']['as'], schema: Schema): Pick<ResponseObject, 'content'> {
  if (as === 'json') return { content: { 'application/json': { schema } } };
  if (as === 'text') return { content: { 'text/plain': { schema: { type: 'string' } } } };
  return as === 'html' ? { content: { 'text/html': { schema: { type: 'string' } } } } : {};
}

const descriptions: Readonly<Record<string, string>> = {
  200: 'Success',
  201: 'Created',
  204: 'Done; there is nothing to answer',
};

function successHeaders(operation: Operation, schemas: Schemas): HeaderName[] {
  const { rest, policy } = operation;
  const names: HeaderName[] = [];
  if (rest?.method === 'GET') names.push('ETag');
  if (rest?.location) names.push('Location');
  if (isPaged(operation, schemas)) names.push('Link');
  if (policy.setsCookies) names.push('Set-Cookie');
  if (policy.idempotent) names.push('Idempotency-Replayed');
  return [...names, ...policyHeaders(operation)];
}

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
function eventStream(item: Schema, resumable: boolean, names: readonly HeaderName[]): ResponseObject {
  const id = resumable ? 'its `id` is what `Last-Event-ID` takes; ' : '';
  return {
    description:
      `Server-sent events: the \`data\` of each is an item as JSON; ${id}the event \`error\` carries a problem, ` +
      '`end` says that nothing more comes. A stream that ends without either is to be connected again.',
    headers: headers(...names),
    content: {
      'text/event-stream': {
        schema: { type: 'string', contentMediaType: 'text/event-stream', contentSchema: item },
      },
    },
  };
}

/** A file comes whole or as one range. @see https://www.rfc-editor.org/rfc/rfc9110#section-14 */
function file(names: readonly HeaderName[]): Record<string, ResponseObject> {
  return {
    200: {
      description: 'The whole file',
      headers: headers('ETag', 'Accept-Ranges', ...names),
      content: binary(),
    },
    206: {
      description: 'The range asked for',
      headers: headers('ETag', 'Accept-Ranges', 'Content-Range', ...names),
      content: binary(),
    },
  };
}

function binary(): NonNullable<ResponseObject['content']> {
  return { '*/*': { schema: { type: 'string', format: 'binary' } } };
}
