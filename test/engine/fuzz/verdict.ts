/** What is wrong with an answer to a hostile request. */
import { type Code, errorTable } from '@portico/shared/errors';
import type { RawAnswer } from './wire.ts';

/** What an answer was given to. */
interface Asked {
  readonly door: 'rest' | 'rpc';
  readonly method: string;
  readonly target: string;
}

/** @returns one sentence, or undefined when the answer is as promised */
export function complaint(answer: RawAnswer, { door, method, target }: Asked): string | undefined {
  const { status, headers, body } = answer;
  if (status >= 500) return `${status} ${body.slice(0, 500)}`;
  if (status < 400 || method === 'HEAD') return undefined;
  const type = headers.get('content-type') ?? '';
  // Beside the doors is the site, which says itself what is not there.
  if (status === 404 && !/^\/(?:api|rpc)(?:[/?]|$)/.test(target) && type.startsWith('text/html'))
    return undefined;
  if (type.startsWith('application/problem+json')) return problemComplaint(parse(body), status, headers);
  if (door === 'rest') return `${status} comes as ${type}: ${body.slice(0, 200)}`;
  return rpcComplaint(body, headers);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param status 207 for a batch, whose answers have a status each */
function problemComplaint(value: unknown, status: number, headers: RawAnswer['headers']): string | undefined {
  const problem = value as Partial<Record<string, unknown>> | undefined;
  const known = errorTable[problem?.code as Code];
  const isProblem =
    known !== undefined &&
    problem?.status === known.status &&
    (status === known.status || status === 207) &&
    ['type', 'title', 'detail', 'instance', 'requestId'].every((name) => typeof problem[name] === 'string') &&
    problem.requestId === headers.get('x-request-id');
  return isProblem ? undefined : `${status} is no problem: ${JSON.stringify(value)?.slice(0, 500)}`;
}

/** A single answer, a list of a batch's, or lines of a stream. */
function rpcComplaint(body: string, headers: RawAnswer['headers']): string | undefined {
  const parsed = parse(body);
  if (parsed === undefined) return `Neither problem nor RPC: ${body.slice(0, 200)}`;
  for (const entry of [parsed].flat()) {
    const shape = (entry as { error?: { json?: { data?: { problem?: { status: number } } } } }).error;
    if (!shape) continue;
    const problem = shape.json?.data?.problem;
    if (problem && problem.status >= 500) return JSON.stringify(problem);
    const wrong = problemComplaint(problem, problem?.status ?? 0, headers);
    if (wrong) return wrong;
  }
  return undefined;
}
