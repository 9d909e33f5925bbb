/** Writes a door's answer to the wire. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Outgoing, ResponseHead } from './exchange.ts';

/** Sends the answer with the headers that procedures added; `Set-Cookie` may repeat, and links are one list. */
export function send(
  reply: FastifyReply,
  { status, headers, body }: Outgoing,
  head: ResponseHead,
): FastifyReply {
  reply.status(status);
  addHeaders(reply, headers);
  addHeaders(reply, head.headers);
  head.sent = true;
  if (body === undefined) return reply.send();
  if (typeof body === 'string' || body instanceof Uint8Array) return reply.send(body);
  return reply.send(body instanceof Readable ? body : Readable.from(body, { objectMode: false }));
}

function addHeaders(reply: FastifyReply, headers: Outgoing['headers']): void {
  for (const [name, value] of headers) {
    const before = name === 'link' ? reply.getHeader(name) : undefined;
    reply.header(name, before === undefined ? value : `${before}, ${value}`);
  }
}
