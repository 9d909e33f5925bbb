/** Explains one operation to a developer: where it is, how to call it, what runs, what may fail. */
import { existsSync } from 'node:fs';
import { errorTable } from '@portico/shared/errors';
import type { OpenApiDocument } from '../engine/openapi/openapi.ts';
import type { Schema } from '../engine/openapi/schema.ts';
import type { Operation } from '../engine/operations/operation.ts';
import type { Access } from '../engine/procedure/meta.ts';
import { curlLine } from './curl.ts';
import { dereference, sample } from './sample.ts';

/** @param origin of the addresses, such as `http://localhost:3000` */
export function explain(operation: Operation, document: OpenApiDocument, origin: string): string {
  const { id, kind, rest, access, docs } = operation;
  const { schemas } = document.components;
  const schema = document['x-rpc'].procedures[id]?.input;
  const input = schema ? (sample(schema, schemas) as Record<string, unknown>) : {};
  const rows: [name: string, text: string | null][] = [
    ['Route', rest ? `${rest.method} /api${rest.path} → ${rest.status}` : 'RPC only'],
    ['File', routerFile(id)],
    ['Caller', caller(access)],
    ['Input', schema ? fieldList(dereference(schema, schemas)) : 'none'],
    ['Typed', typedCall(id, kind, operation.body, schema ? input : null)],
    ['curl', curlLine(operation, input, origin)],
    ['Runs', steps(operation).join(' → ')],
    ['Errors', operation.errors.map((code) => `${errorTable[code].status} ${code}`).join(', ')],
  ];
  const lines = rows.flatMap(([name, text]) => (text === null ? [] : [`  ${name.padEnd(8)}${text}`]));
  return `\n  ${id}: ${docs.summary}\n\n${lines.join('\n')}\n\n`;
}

/** The router of a feature, which stands in the folder of its name. */
function routerFile(id: string): string | null {
  const [feature = ''] = id.split('.', 1);
  const file = `features/${feature}/${feature}.router.ts`;
  return existsSync(new URL(`../${file}`, import.meta.url)) ? `server/src/${file}` : null;
}

const roles: Readonly<Record<Access['role'], string>> = {
  anyone: 'anyone',
  user: 'a user',
  admin: 'an administrator',
};

function caller({ role, scopes, recent }: Access): string {
  return [
    roles[role],
    ...(scopes.length > 0
      ? [`a token needs ${scopes.length > 1 ? 'the scopes' : 'the scope'} ${scopes.join(' and ')}`]
      : []),
    ...(recent ? ['having proven who they are a short while ago'] : []),
  ].join('; ');
}

function fieldList({ properties = {}, required = [] }: Schema): string {
  const names = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
  return names.join(', ') || 'any';
}

const verbs: Readonly<Record<Operation['kind'], string>> = {
  query: 'query',
  mutation: 'mutate',
  subscription: 'subscribe',
};

function typedCall(
  id: string,
  kind: Operation['kind'],
  body: Operation['body'],
  input: object | null,
): string {
  const written =
    input === null
      ? ''
      : JSON.stringify(input)
          .replaceAll(/"([A-Za-z_]\w*)":/g, '$1: ')
          .replaceAll(',', ', ');
  const argument = body === 'form' ? written.replace('"@picture.png"', 'file') : written;
  return `await client.${id}.${verbs[kind]}(${argument})`;
}

/** What a call passes, in order. */
function steps({ policy, access, input, output, body }: Operation): string[] {
  const { timeoutMs, limit, maxBytes, setsCookies, idempotent } = policy;
  return [
    ...(body === 'none' ? [] : [`body ≤ ${Math.round(maxBytes / 1024)} KiB`]),
    `timeout ${timeoutMs / 1000} s`,
    'general limit',
    ...(limit ? [`limit ${limit.calls} in ${limit.seconds} s`] : []),
    ...(setsCookies ? ['no streamed batch'] : []),
    ...(access.role === 'anyone' ? [] : ['session or token']),
    ...(access.recent ? ['recent proof'] : []),
    ...(idempotent ? ['idempotency key'] : []),
    ...(input ? ['input'] : []),
    'resolver',
    ...(output.as === 'json' ? ['output'] : []),
  ];
}
