/** What stops the start: a router that cannot be described, in one sentence that names the procedure. */
import type { Operation } from './operation.ts';
import { pathParams } from './route.ts';
import { asObject, holdsFile } from './schema.ts';

/** @throws TypeError */
export function checkOperation(operation: Operation): void {
  const { id, rest, input, kind, output } = operation;
  checkIdempotent(operation);
  if (!rest) {
    if (['file', 'text', 'html', 'redirect'].includes(output.as)) {
      throw new TypeError(`${id}: ${output.as} output is served by REST, so it needs meta.rest`);
    }
    return;
  }
  if (kind !== 'mutation' && rest.method !== 'GET') {
    throw new TypeError(`${id}: a ${kind} is a GET, but meta.rest says ${rest.method}`);
  }
  if (kind === 'mutation' && rest.method === 'GET') {
    throw new TypeError(`${id}: a mutation changes something, so it cannot be a GET`);
  }
  const properties = input && asObject(input)?._zod.def.shape;
  if (input && !properties) throw new TypeError(`${id}: a REST operation takes an object as input`);
  if (input && operation.body === 'none' && holdsFile(input)) {
    throw new TypeError(`${id}: a file comes in a body, and ${rest.method} has none`);
  }
  if (output.as === 'stream' && output.resumable && !Object.hasOwn(properties ?? {}, 'lastEventId')) {
    throw new TypeError(`${id}: a resumable stream needs lastEventId in its input, to go on after it`);
  }
  checkParams(operation, properties ?? {});
}

/** What is stored with the effect and replayed can only be a value. */
function checkIdempotent({ id, kind, body, output, policy }: Operation): void {
  if (!policy.idempotent) return;
  const reason = [
    kind !== 'mutation' && 'a query changes nothing, so it needs no meta.idempotent',
    body === 'form' &&
      'a form may hold files, which are no part of a transaction, so it cannot be idempotent',
    output.as !== 'json' &&
      output.as !== 'none' &&
      'what it answers cannot be stored, so it cannot be idempotent',
    policy.setsCookies && 'an answer that sets cookies cannot be replayed, so it cannot be idempotent',
  ].find(Boolean);
  if (reason) throw new TypeError(`${id}: ${reason}`);
}

function checkParams({ id, rest, output }: Operation, properties: Readonly<Record<string, unknown>>): void {
  const missing = rest?.params.find((name) => !Object.hasOwn(properties, name));
  if (missing) throw new TypeError(`${id}: the path names {${missing}}, which is not in the input`);
  if (!rest?.location) return;
  const answered = (output.as === 'json' && asObject(output.schema)?._zod.def.shape) || {};
  const unanswered = pathParams(rest.location).find((name) => !Object.hasOwn(answered, name));
  if (unanswered)
    throw new TypeError(`${id}: meta.created names {${unanswered}}, which is not in the output`);
}

/** @throws TypeError when two operations share a method and a path */
export function checkRoutes(operations: readonly Operation[]): void {
  const taken = new Map<string, string>();
  for (const { id, rest } of operations) {
    if (!rest) continue;
    const route = `${rest.method} ${rest.path.replaceAll(/\{\w+\}/g, '{}')}`;
    const other = taken.get(route);
    if (other) throw new TypeError(`${id}: ${rest.method} ${rest.path} is already the route of ${other}`);
    taken.set(route, id);
  }
}
