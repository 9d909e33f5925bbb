/** Writes values as the request that a document asks for. */
import type { ParameterObject } from '../../../server/src/engine/openapi/openapi.ts';
import type { Api, DescribedOperation } from './api.ts';

/** What a request says, before it is written. */
export interface RequestValues {
  /** By parameter name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Undefined for no body. */
  readonly body?: unknown;
  /** Media type of the body; the first that the document names where absent. */
  readonly type?: string;
}

/** @returns path and query after the server's address, and what `fetch` takes beside it */
export function writeRequest(operation: DescribedOperation, values: RequestValues): [string, RequestInit] {
  const given = operation.parameters.filter(({ name }) => values.parameters[name] !== undefined);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(values.parameters[name])),
  );
  const query = new URLSearchParams(
    given
      .filter(({ in: place }) => place === 'query')
      .flatMap((parameter) => queryPairs(parameter, values.parameters[parameter.name])),
  );
  const headers = given
    .filter(({ in: place }) => place === 'header')
    .map(({ name }): [string, string] => [name, String(values.parameters[name])]);
  const address = `/api${path}${query.size > 0 ? `?${query}` : ''}`;
  return [address, { method: operation.method, ...writeBody(operation, values, headers) }];
}

function queryPairs({ name }: ParameterObject, value: unknown): [string, string][] {
  return fields(value, name).map(([field, item]) => [field, String(item)]);
}

function writeBody(
  operation: DescribedOperation,
  { body, type = operation.bodies[0]?.type }: RequestValues,
  headers: [string, string][],
): RequestInit {
  if (body === undefined || type === undefined) return { headers };
  if (type === 'multipart/form-data') return { headers, body: multipart(body) };
  const content: [string, string] = ['content-type', type];
  if (type === 'application/json') return { headers: [...headers, content], body: JSON.stringify(body) };
  const pairs = fields(body, '').map(([name, value]): [string, string] => [name, String(value)]);
  return { headers: [...headers, content], body: new URLSearchParams(pairs).toString() };
}

function multipart(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of fields(body, '')) form.append(name, value);
  return form;
}

/**
 * A value as fields: a list repeats its name, an object names its keys (`price[amount]=1`), a list of parts is
 * numbered, an empty one is the empty text.
 */
function fields(value: unknown, name: string): [string, string | File][] {
  if (value === undefined) return [];
  if (value instanceof File) return [[name, value]];
  if (typeof value !== 'object' || value === null) return [[name, value === null ? '' : String(value)]];
  if (Array.isArray(value) && value.length === 0) return [[name, '']];
  const repeats = Array.isArray(value) && !value.some(hasParts);
  return Object.entries(value).flatMap(([key, item]) => {
    if (name === '') return fields(item, key);
    return fields(item, repeats ? name : `${name}[${key}]`);
  });
}

function hasParts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof File);
}

/** Splits an input into parameters and body, as the document places them. */
export function placeInput(
  operation: DescribedOperation,
  input: Readonly<Record<string, unknown>>,
): RequestValues {
  const named = new Set(
    operation.parameters.filter(({ in: place }) => place !== 'header').map(({ name }) => name),
  );
  const entries = Object.entries(input);
  const parameters = Object.fromEntries(entries.filter(([name]) => named.has(name)));
  const rest = entries.filter(([name]) => !named.has(name));
  const isSent = operation.bodies.length > 0 && (operation.bodyRequired || rest.length > 0);
  return { parameters, ...(isSent && { body: Object.fromEntries(rest) }) };
}

/** What the document says against a request; empty when it is as described. */
export function requestComplaints(
  api: Api,
  operation: DescribedOperation,
  { parameters, body, type }: RequestValues,
): string[] {
  const ofParameters = operation.parameters.flatMap(({ name, required, schema }) => {
    const value = parameters[name];
    if (value !== undefined) return api.complaints(schema, value).map((complaint) => `${name}: ${complaint}`);
    return required ? [`${name} is required`] : [];
  });
  const bodySchema = operation.bodies.find((one) => type === undefined || one.type === type)?.schema;
  if (body === undefined)
    return operation.bodyRequired ? [...ofParameters, 'a body is required'] : ofParameters;
  return [...ofParameters, ...api.complaints(bodySchema ?? {}, withoutFiles(body))];
}

/** Files are strings to JSON Schema. */
function withoutFiles(value: unknown): unknown {
  if (value instanceof File) return value.name;
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutFiles(item)]));
}
