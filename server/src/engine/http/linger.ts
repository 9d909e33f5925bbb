/**
 * Closes a connection on which a refused request still arrives. Closed at once, the kernel would answer what comes by a reset, and
 * a reset takes with it what the client has not read yet.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** Longest wait for the client to close, in milliseconds. */
const longestMs = 5_000;

/** Has the connection linger where its last answer is out before the request is in. */
export function lingerWhereRefused(request: IncomingMessage, response: ServerResponse): void {
  if (!hasBody(request)) return;
  // Node closes in a listener of its own, which is there already.
  response.prependListener('finish', () => {
    const { socket } = request;
    if (request.complete) return;
    socket.destroySoon = () => {
      if (request.complete) Socket.prototype.destroySoon.call(socket);
      else linger(socket);
    };
  });
}

/** @see https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
function hasBody({ headers }: IncomingMessage): boolean {
  return 'transfer-encoding' in headers || (headers['content-length'] ?? '0') !== '0';
}

/** Says that nothing more will be sent, and waits for the client to close; what comes meanwhile is read and thrown away. */
export function linger(socket: Socket): void {
  if (socket.writableEnded) return;
  const late = setTimeout(() => socket.destroy(), longestMs);
  socket.once('close', () => clearTimeout(late));
  socket.end();
}

/** Whether it comes after the last request of its connection: nobody would get its answer. */
export function isTooLate({ socket }: IncomingMessage): boolean {
  return socket.writableEnded;
}
