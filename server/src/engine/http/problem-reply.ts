/** Answers that no door gives: refused requests, unknown addresses, and what Fastify itself rejects. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Classified, classify } from '../errors/classify.ts';
import { fail } from '../errors/failure.ts';
import { problemType, toProblem } from '../errors/problem.ts';

/** Sends a problem for anything thrown before or after a door. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const classified = classify(fromFastify(error));
  if (classified.bug) request.log.error({ err: error }, 'a request broke');
  return writeProblem(classified, request, reply);
}

function writeProblem(classified: Classified, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(classified, { id: request.id, path: pathOf(request.url) });
  return reply
    .status(problem.status)
    .headers(classified.headers)
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store')
    .type(problemType)
    .serializer(JSON.stringify)
    .send(problem);
}

/** Fastify's own errors carry a status; those below 500 are the client's. */
function fromFastify(error: unknown): unknown {
  const status = error instanceof Error ? (error as FastifyError).statusCode : undefined;
  if (status === undefined || status >= 500) return error;
  if (status === 403 || status === 404) return fail('not_found', { cause: error });
  if (status === 413) return fail('payload_too_large', { cause: error });
  if (status === 415) return fail('unsupported_media_type', { cause: error });
  return fail('bad_request', { cause: error });
}

/** The path of a request's target, without its query. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}
