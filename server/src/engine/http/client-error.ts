/** Answers what is no HTTP request: Node's parser refuses it before any route is known. */
import type { Socket } from 'node:net';
import { classify } from '../errors/classify.ts';
import { fail } from '../errors/failure.ts';
import { problemType, toProblem } from '../errors/problem.ts';
import { linger } from './linger.ts';
import { requestId } from './request-id.ts';

/** What the parser says. @see https://nodejs.org/api/http.html#event-clienterror */
type ParserError = Error & { readonly code?: string };

const details: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The head of the request is too long',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request took too long to arrive',
};

/** Says goodbye with a problem: the connection cannot be trusted to be in step. */
export function answerClientError(error: ParserError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable && socket.bytesWritten === 0) socket.write(badRequest(error.code));
  linger(socket);
}

function badRequest(code = ''): string {
  const failure = fail('bad_request', { detail: details[code] ?? 'This is not an HTTP request' });
  const problem = toProblem(classify(failure), { id: requestId(undefined), path: '' });
  const body = JSON.stringify(problem);
  const head = [
    'HTTP/1.1 400 Bad Request',
    `Date: ${new Date().toUTCString()}`,
    'Connection: close',
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    `X-Request-Id: ${problem.requestId}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
