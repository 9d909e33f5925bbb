/** Writes a door's answer to the wire. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Outgoing, ResponseHead } from './exchange.ts';

/** Sends the answer with the headers that procedures added; `Set-Cookie` is the one that may repeat. */
export function send(
  reply: FastifyReply,
  { status, headers, body }: Outgoing,
  head: ResponseHead,
): FastifyReply {
  reply.status(status);
  for (const [name, value] of [...headers, ...head.headers]) reply.header(name, value);
  head.sent = true;
  if (body === undefined) return reply.send();
  if (typeof body === 'string' || body instanceof Uint8Array) return reply.send(body);
  return reply.send(body instanceof Readable ? body : Readable.from(body, { objectMode: false }));
}
