/** Reads a request's body as the raw input of its operation. */
import { decodeFields, decodeJson } from '@portico/shared/decode/decode';
import { assertSafeJson } from '@portico/shared/decode/json-guard';
import type { $ZodType } from 'zod/v4/core';
import { type Failure, fail } from '../errors/failure.ts';
import { parseContentType } from '../http/body/content-type.ts';
import type { Incoming } from '../http/exchange.ts';
import type { Operation } from '../operations/operation.ts';

const formTypes = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/** A request without a body says the same as an empty object. */
export async function readBody(operation: Operation, schema: $ZodType, incoming: Incoming): Promise<unknown> {
  const { maxBytes } = operation.policy;
  const type = bodyType(incoming);
  if (type === undefined) {
    if ((await incoming.text(maxBytes)) === '') return {};
    throw unsupported(operation, 'The body has no Content-Type');
  }
  if (formTypes.includes(type)) return decodeFields(schema, (await incoming.form(maxBytes)).entries());
  if (operation.body === 'form' || !isJson(type)) throw unsupported(operation, `${type} is not taken here`);
  const text = await incoming.text(maxBytes);
  return text === '' ? {} : decodeJson(schema, parseJson(text));
}

/** The media type, lower-case; its charset can only be UTF-8, and no encoding is undone. */
function bodyType({ headers }: Incoming): string | undefined {
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw fail('unsupported_media_type', { detail: `Send the body without Content-Encoding: ${encoding}` });
  }
  const header = headers['content-type'];
  if (!header) return undefined;
  const contentType = parseContentType(header);
  if (!contentType) throw fail('unsupported_media_type', { detail: 'The Content-Type is not a media type' });
  const charset = contentType.parameter('charset') ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset))
    throw fail('unsupported_media_type', { detail: 'The charset must be UTF-8' });
  return contentType.type;
}

function isJson(type: string): boolean {
  return type === 'application/json' || (type.startsWith('application/') && type.endsWith('+json'));
}

function unsupported({ body }: Operation, reason: string): Failure {
  const types = body === 'form' ? formTypes : ['application/json', ...formTypes];
  return fail('unsupported_media_type', {
    detail: `${reason}; send ${types.join(', ')}`,
    headers: { accept: types.join(', ') },
  });
}

function parseJson(text: string): unknown {
  const value = parse(text);
  assertSafeJson(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  const detail = 'The body must be a JSON object';
  throw fail('invalid_input', { detail, issues: [{ pointer: '', code: 'invalid_type', detail }] });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fail('bad_request', { detail: 'The body is not valid JSON', cause: error });
  }
}
