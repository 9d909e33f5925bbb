/** Reads a request's body up to a limit, without ever cutting the connection that the answer needs. */
import { Readable } from 'node:stream';
import { Failure, fail } from '../../errors/failure.ts';

/** A body as it arrives. */
export type Body = AsyncIterable<Uint8Array>;

/** Most bytes of a refused body that are thrown away so that the client gets to read its answer. */
const maxDiscarded = 64 * 1024 * 1024;

/**
 * The chunks of a body. Fails with `payload_too_large` past the limit, in bytes, and with `client_closed` when
 * the body breaks off. What is not read is discarded.
 */
export async function* limited(body: Body, maxBytes: number): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  let ended = false;
  try {
    // A stream that is left early must stay open: destroying a request spoils its connection for the next one.
    const chunks: Body = body instanceof Readable ? body.iterator({ destroyOnReturn: false }) : body;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
    ended = true;
  } catch (error) {
    throw error instanceof Failure ? error : fail('client_closed', { cause: error });
  } finally {
    if (!ended) discard(body);
  }
}

/** The failure of a body past its limit, in bytes. */
export function tooLarge(maxBytes: number): Failure {
  return fail('payload_too_large', { detail: `The body may have ${maxBytes} bytes at most` });
}

/** Lets the rest of a body flow away. */
export function discard(body: Body): void {
  if (!(body instanceof Readable) || body.readableEnded || body.destroyed) return;
  let bytes = 0;
  body.on('error', () => {});
  body.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes > maxDiscarded) body.destroy();
  });
}
