/** Operation[] → the OpenAPI document: the same operations give the same bytes. */
import type { Operation } from '../operations/operation.ts';
import { headersOf } from './headers.ts';
import type { OpenApiDocument, PathItem, Tag } from './openapi.ts';
import { operationObject } from './operation-object.ts';
import { problemResponses, problemSchemas } from './problems.ts';
import { bodySchemas } from './request-body.ts';
import { rpcExtension } from './rpc-extension.ts';
import type { Schema } from './schema.ts';
import { collectSchemas } from './schemas.ts';

/** What the document says of the API as a whole. */
export interface ApiInfo {
  readonly title: string;
  readonly version: string;
  /** Markdown. */
  readonly description?: string;
}

/** This API, where nothing else is said. */
const thisApi: ApiInfo = {
  title: 'Portico',
  version: '0.1.0',
  description:
    'Every operation is served twice: as REST under `/api`, described here, and through tRPC under `/rpc`, where its ' +
    'path is the operation id. Failures are problems (RFC 9457); [their codes](/api/docs/errors) are the same through both.',
};

/** How a browser's session is proven. */
const sessionScheme = {
  type: 'apiKey',
  in: 'cookie',
  name: 'session',
  description:
    'Set by logging in or registering. Over https the cookie is called `__Host-session`. A browser sends it by itself.',
} as const;

/** How an app proves who calls. @see https://www.rfc-editor.org/rfc/rfc6750 */
const bearerScheme = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description:
    'An access token of `POST /tokens`, good for ten minutes; `POST /tokens/refresh` answers the next. What it says can be ' +
    'verified with the keys at `/.well-known/jwks.json`.',
} as const;

/**
 * Describes operations in OpenAPI 3.1.
 * @throws TypeError when two different schemas would share a component's name
 * @see https://spec.openapis.org/oas/v3.1.1
 */
export function openApiDocument(operations: readonly Operation[], info: ApiInfo = thisApi): OpenApiDocument {
  const schemas = collectSchemas(operations);
  const routed = operations.filter((operation) => operation.rest);
  const codes = new Set(routed.flatMap(({ errors }) => errors));
  const paths = pathItems(routed, (operation) => operationObject(operation, schemas));
  const responses = problemResponses(routed);
  return {
    openapi: '3.1.1',
    info: { ...info, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api', description: 'This server' }],
    tags: tags(operations),
    paths,
    components: {
      schemas: merge(schemas.components, bodySchemas(routed, schemas), problemSchemas(codes)),
      responses,
      headers: headersOf(paths, responses),
      securitySchemes: { session: sessionScheme, bearer: bearerScheme },
    },
    'x-rpc': rpcExtension(operations, schemas),
    ...tokensExtension(operations),
  };
}

/** `x-tokens`: by which operations apps get, refresh and give back their tokens. */
function tokensExtension(operations: readonly Operation[]): Pick<OpenApiDocument, 'x-tokens'> {
  const ids = operations.flatMap(({ id, tokens: part }) => (part ? [[part, id]] : []));
  return ids.length > 0 ? { 'x-tokens': Object.fromEntries(ids) } : {};
}

function tags(operations: readonly Operation[]): Tag[] {
  const names = new Set(operations.flatMap(({ docs }) => docs.tags));
  return [...names].toSorted().map((name) => {
    const ids = operations.filter(({ docs }) => docs.tags.includes(name)).map(({ id }) => `\`${id}\``);
    return {
      name,
      description: `Through RPC: ${ids.join(', ')}.`,
      'x-displayName': name.slice(0, 1).toUpperCase() + name.slice(1),
    };
  });
}

function pathItems(
  operations: readonly Operation[],
  describe: (operation: Operation) => PathItem[string],
): Record<string, PathItem> {
  const items: Record<string, PathItem> = {};
  for (const operation of operations.toSorted(byPath)) {
    if (!operation.rest) continue;
    const { path, method } = operation.rest;
    items[path] = { ...items[path], [method.toLowerCase()]: describe(operation) };
  }
  return items;
}

function byPath(a: Operation, b: Operation): number {
  const [left, right] = [a, b].map(({ rest }) => `${rest?.path} ${methodOrder.indexOf(rest?.method ?? '')}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

const methodOrder = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function merge(...groups: readonly Readonly<Record<string, Schema>>[]): Record<string, Schema> {
  const all = groups.flatMap((group) => Object.entries(group)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const twice = all.find(([name], index) => all[index + 1]?.[0] === name);
  if (twice) throw new TypeError(`Two different schemas are called ${twice[0]} in the OpenAPI document`);
  return Object.fromEntries(all);
}
