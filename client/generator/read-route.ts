/** An operation under `paths` → how REST serves a procedure. */

import type { ApiDocument, OperationObject } from './document.ts';
import { GeneratorError } from './generator-error.ts';
import type { Answer, Route } from './ir.ts';

/** A route, and what else `paths` says of its operation. */
export interface Routed {
  readonly route: Route;
  readonly operation: OperationObject;
}

/**
 * Finds the operation of `PUT /posts/{id}`.
 * @throws GeneratorError when the document does not have it, or it cannot be served
 */
export function readRoute(id: string, rest: string, { paths = {} }: ApiDocument): Routed {
  const [verb = '', path = ''] = rest.split(' ');
  const operation = paths[path]?.[verb.toLowerCase()];
  if (!operation) throw new GeneratorError(`${id}: the document has no operation at ${rest}`);
  const method = methods.find((known) => known === verb);
  if (!method) throw new GeneratorError(`${id}: no client speaks the method ${verb}`);
  const params = Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name = '']) => name);
  return {
    operation,
    route: { method, path, params, body: body(id, operation), ...success(id, operation) },
  };
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function body(id: string, { requestBody }: OperationObject): Route['body'] {
  if (!requestBody) return 'none';
  if ('application/json' in requestBody.content) return 'json';
  if ('multipart/form-data' in requestBody.content) return 'form';
  throw new GeneratorError(`${id}: its body is neither JSON nor multipart/form-data`);
}

function success(id: string, { responses }: OperationObject): Pick<Route, 'status' | 'answer'> {
  const statuses = Object.keys(responses).map(Number);
  const status = statuses.find((code) => code >= 200 && code < 400 && code !== 206 && code !== 304);
  if (status === undefined) throw new GeneratorError(`${id}: no response says what a success is`);
  if (status >= 300) return { status, answer: 'redirect' };
  const [type] = Object.keys(responses[status]?.content ?? {});
  if (type === undefined) return { status, answer: 'none' };
  const answer = answers[type];
  if (!answer) throw new GeneratorError(`${id}: it answers ${type}, which no client reads`);
  return { status, answer };
}

const answers: Readonly<Record<string, Answer | undefined>> = {
  'application/json': 'json',
  'text/event-stream': 'stream',
  'text/plain': 'text',
  'text/html': 'html',
  '*/*': 'file',
};
