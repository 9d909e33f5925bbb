/** The whole stack in-process: a Request in, a Response out, no socket between. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import inject from 'light-my-request';

/** Statuses whose Response may have no body. @see https://fetch.spec.whatwg.org/#null-body-status */
const bodiless = new Set([204, 205, 304]);

/** Same signature as the global `fetch`: pass it to a client for tests or server-side rendering. */
export function inProcessFetch(server: FastifyInstance): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    await server.ready();
    request.signal.throwIfAborted();
    const left = new AbortController();
    request.signal.addEventListener('abort', () => left.abort(request.signal.reason), { once: true });
    const answer = await inject((...exchange) => void server.server.emit('request', ...exchange), {
      method: request.method,
      url: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...Object.fromEntries(request.headers) },
      ...(request.body && { payload: Readable.from(request.body) }),
      payloadAsStream: true,
      signal: left.signal,
    });
    // Whoever stops reading has left: their own signal may have been collected with the request that held it.
    const stream = answer.stream();
    stream.once('close', () => {
      if (!stream.readableEnded) left.abort();
    });
    const body = bodiless.has(answer.statusCode) ? null : Readable.toWeb(stream);
    return new Response(body as ReadableStream | null, {
      status: answer.statusCode,
      headers: toHeaders(answer.headers),
    });
  };
}

function toHeaders(raw: Readonly<Record<string, number | string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const line of [value].flat()) if (line !== undefined) headers.append(name, String(line));
  }
  return headers;
}
