/** What stops the start: a router that cannot be described, in one sentence that names the procedure. */
import { someSchema } from '@portico/shared/decode/schema-tree';
import { streamParts } from '@portico/shared/stream';
import type { $ZodType } from 'zod/v4/core';
import type { Operation, RestRoute } from './operation.ts';
import { restOnlyOutputs } from './outputs.ts';
import { pathParams } from './route.ts';
import { asObject, holdsFile, isOneText } from './schema.ts';

type RestOperation = Operation & { readonly rest: RestRoute };

/** @throws TypeError */
export function checkOperation(operation: Operation): void {
  const { id, rest, input, kind, output } = operation;
  checkIdempotent(operation);
  checkPolicy(operation);
  checkWhole(operation);
  if (input && operation.body === 'none' && holdsFile(input)) {
    throw new TypeError(`${id}: a file comes in a body, and a ${rest?.method ?? kind} has none`);
  }
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
  if (output.as === 'stream' && output.resumable && !Object.hasOwn(properties ?? {}, 'lastEventId')) {
    throw new TypeError(`${id}: a resumable stream needs lastEventId in its input, to go on after it`);
  }
  const routed = { ...operation, rest };
  checkPath(routed);
  checkParams(routed, properties ?? {});
  checkCreated(routed);
}

/** A timer that is to wait longer ends at once. @see https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const longestTimeoutMs = 2 ** 31 - 1;

function checkPolicy({ id, policy: { timeoutMs, maxBytes, limit } }: Operation): void {
  assertCount(id, 'timeoutMs', timeoutMs, longestTimeoutMs);
  assertCount(id, 'maxBytes', maxBytes);
  if (!limit) return;
  assertCount(id, 'limit.calls', limit.calls);
  assertCount(id, 'limit.seconds', limit.seconds);
}

function assertCount(id: string, name: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw new TypeError(`${id}: meta.${name} is ${value}, but it is a whole number from 1 to ${most}`);
}

/** As part of JSON each of these would be a heap of its properties. */
function checkWhole({ id, output }: Operation): void {
  if (output.as !== 'json' && output.as !== 'stream') return;
  const schema = output.as === 'json' ? output.schema : output.item;
  if (holdsFile(schema))
    throw new TypeError(`${id}: JSON holds no file; what answers one declares FileOutput`);
  if (someSchema(schema, (part) => restOnlyOutputs.has(part) || streamParts(part) !== undefined)) {
    throw new TypeError(
      `${id}: a file, a page, a redirect and a stream are whole outputs, no part of another`,
    );
  }
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

/** Where this server answers for itself. */
const ownAddress = /^\/(?:openapi\.json$|docs(?:\/|$))/;

function checkPath({ id, rest }: RestOperation): void {
  const { path, params } = rest;
  if (ownAddress.test(path)) throw new TypeError(`${id}: ${path} is where the documentation is served`);
  if (/\}\{/.test(path)) throw new TypeError(`${id}: in ${path} nothing tells two parameters apart`);
  if (path.split('/').some((part) => part === '.' || part === '..')) {
    throw new TypeError(`${id}: ${path} leads upwards, so a client asks for another address`);
  }
  const twice = params.find((name, index) => params.indexOf(name) !== index);
  if (twice) throw new TypeError(`${id}: ${path} names {${twice}} twice`);
}

function checkParams({ id, rest }: RestOperation, properties: Readonly<Record<string, $ZodType>>): void {
  for (const name of rest.params) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!property) throw new TypeError(`${id}: the path names {${name}}, which is not in the input`);
    if (!isOneText(property)) throw new TypeError(`${id}: {${name}} has parts, so no path can hold it`);
  }
}

function checkCreated({ id, kind, rest, output }: RestOperation): void {
  if (rest.location === undefined) return;
  if (kind !== 'mutation') throw new TypeError(`${id}: a ${kind} creates nothing, so it has no meta.created`);
  const answered = (output.as === 'json' && asObject(output.schema)?._zod.def.shape) || {};
  const missing = pathParams(rest.location).find((name) => !Object.hasOwn(answered, name));
  if (missing) throw new TypeError(`${id}: meta.created names {${missing}}, which is not in the output`);
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
