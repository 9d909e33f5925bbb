/** The REST door: conventional routes under /api, made from the description of the operations. */

import { problemType } from '../errors/problem.ts';
import type { Door, Visit } from '../http/door.ts';
import { encodeProblem } from '../http/encode-problem.ts';
import type { Incoming, Outgoing } from '../http/exchange.ts';
import { execute, failed } from '../operations/execute.ts';
import type { Call, Operation, Output } from '../operations/operation.ts';
import { assertAccepts, jsonType } from './accept.ts';
import { decodeInput } from './decode-input.ts';
import { encodeOutput } from './encode-output.ts';
import { encodeStream, eventStreamType } from './encode-stream.ts';
import { createMatcher, type Match, type Matcher } from './matcher.ts';

/** Serves every operation that has a route; HEAD, OPTIONS and 405 come by themselves. */
export function createRestDoor(operations: readonly Operation[]): Door {
  const matcher = createMatcher(operations);
  return async (incoming, visit) => {
    let outgoing: Outgoing;
    try {
      outgoing = await answer(matcher, incoming, visit);
    } catch (error) {
      outgoing = encodeProblem(failed(error, visit));
    }
    return incoming.method === 'HEAD' ? withoutBody(outgoing) : outgoing;
  };
}

async function answer(matcher: Matcher, incoming: Incoming, visit: Visit): Promise<Outgoing> {
  const allowed = incoming.method === 'OPTIONS' ? matcher.allowed(incoming.path) : [];
  if (allowed.length > 0) return { status: 204, headers: [['allow', allowed.join(', ')]] };
  const match = matcher.match(incoming);
  try {
    return await perform(match, incoming, visit);
  } catch (error) {
    return encodeProblem(failed(error, visit, match.operation.id));
  }
}

async function perform(match: Match, incoming: Incoming, visit: Visit): Promise<Outgoing> {
  const { id, output, rest } = match.operation;
  const type = mediaTypes[output.as];
  if (type) assertAccepts(incoming, [type, problemType]);
  const result = await execute(toCall(match, incoming), visit);
  if (!result.ok) return encodeProblem(result);
  if (output.as === 'stream') return encodeStream({ ...output, id }, result.value, incoming, visit);
  return encodeOutput(rest, output, result.value, incoming, await visit.context());
}

/** What an answer is available as, where that is known before. */
const mediaTypes: Partial<Record<Output['as'], string>> = {
  json: jsonType,
  stream: eventStreamType,
  text: 'text/plain',
  html: 'text/html',
};

function toCall(match: Match, incoming: Incoming): Call {
  let decoded: Promise<unknown> | undefined;
  return {
    operation: match.operation,
    signal: incoming.signal,
    input: () => {
      decoded ??= decodeInput(match, incoming);
      return decoded;
    },
  };
}

/** HEAD says how long the body would be. */
function withoutBody({ status, headers, body }: Outgoing): Outgoing {
  if (typeof body !== 'string') return { status, headers };
  return { status, headers: [...headers, ['content-length', String(Buffer.byteLength(body))]] };
}
