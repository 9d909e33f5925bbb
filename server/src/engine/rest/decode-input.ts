/** Puts an operation's raw input together from path, query, body and `If-Match`. */
import { decodeFields } from '@portico/shared/decode/decode';
import { DecodeError } from '@portico/shared/decode/decode-error';
import { formFields } from '@portico/shared/form';
import type { $ZodType } from 'zod/v4/core';
import { decodeFailure } from '../errors/decode-failure.ts';
import { fail } from '../errors/failure.ts';
import type { Incoming } from '../http/exchange.ts';
import type { Operation } from '../operations/operation.ts';
import { asObject } from '../operations/schema.ts';
import { versionOf } from './if-match.ts';
import type { Match } from './matcher.ts';
import { readBody } from './read-body.ts';

/**
 * Decodes the input; the procedure's own parser checks it afterwards. A path parameter wins over the same name
 * in query or body; an operation without input leaves its body unread.
 */
export async function decodeInput({ operation, params }: Match, incoming: Incoming): Promise<unknown> {
  if (!operation.input) return undefined;
  const schema = formFields(operation.input) ?? operation.input;
  try {
    const input =
      operation.body === 'none'
        ? queryInput(schema, incoming.query, params)
        : { ...asProperties(await readBody(operation, schema, incoming)), ...queryInput(schema, '', params) };
    return { ...conditions(schema, incoming), ...input, ...resumption(operation, incoming) };
  } catch (error) {
    throw error instanceof DecodeError ? decodeFailure(error) : error;
  }
}

function queryInput(schema: $ZodType, query: string, params: Match['params']): object {
  const inPath = Object.entries(params);
  if (query === '') return asProperties(decodeFields(schema, inPath));
  const isParam = (name: string) => Object.hasOwn(params, name.split('[', 1)[0] ?? '');
  const fields = [...new URLSearchParams(query)].filter(([name]) => !isParam(name));
  return asProperties(decodeFields(schema, [...fields, ...inPath]));
}

function asProperties(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/**
 * `If-Match` is another way to name the version that was edited; one in the input itself wins.
 * @throws Failure `bad_request` where no version is taken: done all the same, it would undo what the client has not seen
 */
function conditions(schema: $ZodType, { method, headers }: Incoming): { version?: number } {
  const ifMatch = method === 'GET' || method === 'HEAD' ? undefined : headers['if-match'];
  const version = ifMatch === undefined ? undefined : versionOf(ifMatch);
  if (version === undefined) return {};
  if (Object.hasOwn(asObject(schema)?._zod.def.shape ?? {}, 'version')) return { version };
  throw fail('bad_request', { detail: 'This operation takes no version, so it cannot heed If-Match' });
}

/** A browser that connects again keeps its address, so the header is the newer one. */
function resumption({ output }: Operation, { headers }: Incoming): { lastEventId?: string } {
  const lastEventId = headers['last-event-id'];
  return output.as === 'stream' && output.resumable && lastEventId ? { lastEventId } : {};
}
