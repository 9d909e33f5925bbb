/** One operation with a REST route → its entry under `paths`. */
import type { Operation } from '../operations/operation.ts';
import type { OperationObject } from './openapi.ts';
import { parameters } from './parameters.ts';
import { requestBody } from './request-body.ts';
import { isPaged, responses } from './responses.ts';
import type { Schemas } from './schemas.ts';

/** Describes how REST serves an operation. */
export function operationObject(operation: Operation, schemas: Schemas): OperationObject {
  const { id, docs, policy } = operation;
  const params = parameters(operation, schemas);
  const body = requestBody(operation, schemas);
  return {
    operationId: urlSafe(id),
    summary: docs.summary,
    description: describe(operation),
    tags: docs.tags,
    ...((docs.ageing.deprecated ?? docs.ageing.sunset) && { deprecated: true }),
    security: security(operation),
    ...(params.length > 0 && { parameters: params }),
    ...(body && { requestBody: body }),
    responses: responses(operation, schemas),
    ...(isPaged(operation, schemas) && { 'x-pagination': pagination }),
    ...(policy.limit && { 'x-rate-limit': { calls: policy.limit.calls, seconds: policy.limit.seconds } }),
    ...(docs.ageing.sunset && { 'x-sunset': docs.ageing.sunset.toISOString() }),
  };
}

/** An id of letters, digits and dots is its own; what an address would have to encode is written in hexadecimal. */
function urlSafe(id: string): string {
  return encodeURIComponent(id).replaceAll('%', '_');
}

const pagination = { cursor: 'cursor', items: 'items', next: 'nextCursor' } as const;

/** What its author wrote, and what follows from its policy. */
function describe({ id, docs, access, policy }: Operation): string {
  const { limit } = policy;
  const sentences = [
    docs.description,
    callers[access.role],
    access.scopes.length > 0 &&
      `A token needs ${access.scopes.map((scope) => `\`${scope}\``).join(' and ')}.`,
    access.recent && 'Needs a proof of who you are from within the last ten minutes.',
    limit && `At most ${limit.calls} calls in ${limit.seconds} seconds.`,
    ...ageingSentences(docs.ageing),
    `Through RPC: \`${id}\`.`,
  ];
  return sentences.filter(Boolean).join('\n\n');
}

function ageingSentences({ deprecated, sunset, guide }: Operation['docs']['ageing']): string[] {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return [
    ...(deprecated ? [`Deprecated since ${day(deprecated)}.`] : []),
    ...(sunset ? [`Ends on ${day(sunset)}.`] : []),
    ...(guide ? [`[What to use instead](${guide})`] : []),
  ];
}

const callers: Readonly<Record<Operation['access']['role'], string>> = {
  anyone: 'Anyone may call it.',
  user: 'Needs a session.',
  admin: 'Needs a session of an administrator.',
};

function security({ access }: Operation): OperationObject['security'] {
  if (access.role === 'anyone') return [];
  const roles = access.role === 'user' ? [] : [access.role];
  return [{ session: roles }, { bearer: [...roles, ...access.scopes] }];
}
