/** Where every request arrives: it gets its names and its line in the log, and goes to a door, or to Fastify. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { answerLog } from './answer-log.ts';
import { Arrival, type Reception } from './arrival.ts';
import { isTooLate, lingerWhereRefused } from './linger.ts';
import { type Mounted, serve } from './serve.ts';

/** What stands before Fastify. */
export interface Front {
  /** @param fallback answers what no door does */
  listener(fallback: RequestListener): RequestListener;
  /** Gives a door everything under a prefix, but for the pages that Fastify has there. */
  mount(prefix: string, mounted: Mounted): void;
  /** What is known of a request that Fastify answers. */
  arrivalOf(request: IncomingMessage): Arrival;
  /** Answers that are not complete yet. */
  readonly running: ReadonlySet<ServerResponse>;
}

/** Methods that a door gets to see; it refuses what it does not know. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * A target as it is sent to a proxy, which every server must take.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 */
const proxyForm = /^https?:\/\/[^/?#]*\/?(.*)$/i;

/** @param pages paths that Fastify serves, also under the prefix of a door */
export function createFront(
  log: Logger,
  addressOf: Reception['addressOf'],
  pages: ReadonlySet<string>,
): Front {
  const reception: Reception = { log, addressOf };
  const logAnswer = answerLog(log);
  const mounts: { readonly prefix: string; readonly mounted: Mounted }[] = [];
  const arrivals = new WeakMap<IncomingMessage, Arrival>();
  const running = new Set<ServerResponse>();
  const isPage = ({ method, path }: Arrival): boolean =>
    (method === 'GET' || method === 'HEAD') && pages.has(path);
  return {
    running,
    mount: (prefix, mounted) => void mounts.push({ prefix, mounted }),
    arrivalOf(request) {
      const arrival = arrivals.get(request) ?? new Arrival(request, reception);
      arrivals.set(request, arrival);
      return arrival;
    },
    listener: (fallback) => (request, response) => {
      if (isTooLate(request)) return;
      request.url = request.url?.replace(proxyForm, '/$1');
      const arrival = new Arrival(request, reception);
      running.add(response);
      lingerWhereRefused(request, response);
      response.on('close', () => {
        running.delete(response);
        if (response.writableEnded) logAnswer(arrival, response.statusCode);
        if (!response.writableFinished || arrival.outlivesAnswer) arrival.gone.abort();
      });
      const found = isPage(arrival) ? undefined : mounts.find(({ prefix }) => isUnder(prefix, arrival.url));
      if (found && methods.has(arrival.method)) void serve(arrival, response, found.mounted);
      else {
        arrivals.set(request, arrival);
        fallback(request, response);
      }
    },
  };
}

function isUnder(prefix: string, url: string): boolean {
  if (!url.startsWith(prefix)) return false;
  const next = url[prefix.length];
  return next === undefined || next === '/' || next === '?';
}
