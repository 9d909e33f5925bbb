/** An EventSource over any `fetch`, for the official client in Node. */
import { transformer } from '@portico/shared/transformer';
import { createEventParser } from '../../client/src/event-parser.ts';
import type { LinkFetch } from '../../client/src/link-fetch.ts';

/** How to reach the server. */
export interface EventSourceOptions {
  readonly fetch: LinkFetch;
  readonly headers: () => Record<string, string> | Promise<Record<string, string>>;
}

/** Milliseconds before the first attempt to connect again, and the longest there is between two. */
const shortest = 1_000;
const longest = 30_000;

/** What will be different the next time: overload, a server that restarts, a proxy without one. */
const isTemporary = (status: number): boolean => status === 429 || status >= 500;

/**
 * Makes the class that subscriptions use. Where the browser's own gives up on any answer but a stream, this one
 * connects again after what is temporary; what is not ends it with an `error` event that carries the server's answer.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function eventSourceClass({ fetch, headers }: EventSourceOptions) {
  return class FetchEventSource extends EventTarget {
    readonly CONNECTING = 0;
    readonly OPEN = 1;
    readonly CLOSED = 2;
    readyState = 0;
    readonly #url: string;
    readonly #closing = new AbortController();
    #lastEventId = '';
    #pauseMs = shortest;

    constructor(url: string) {
      super();
      this.#url = url;
      void this.#run();
    }

    close(): void {
      this.readyState = this.CLOSED;
      this.#closing.abort();
    }

    async #run(): Promise<void> {
      while (this.readyState !== this.CLOSED) {
        const answer = await this.#connect();
        if (this.#closing.signal.aborted) return;
        this.readyState = answer ? this.CLOSED : this.CONNECTING;
        this.dispatchEvent(Object.assign(new Event('error'), answer));
        if (!answer) await this.#pause();
      }
    }

    /** @returns the server's refusal when there is no use in connecting again */
    async #connect(): Promise<object | undefined> {
      try {
        const response = await fetch(this.#url, {
          headers: {
            ...(await headers()),
            accept: 'text/event-stream',
            ...(this.#lastEventId !== '' && { 'last-event-id': this.#lastEventId }),
          },
          signal: this.#closing.signal,
        });
        if (isStream(response)) await this.#read(response);
        else if (!isTemporary(response.status)) return await refusal(response);
      } catch {
        // No connection, or one that broke: the next may be better.
      }
      return undefined;
    }

    async #read({ body }: Pick<Response, 'body'>): Promise<void> {
      if (!body) return;
      this.readyState = this.OPEN;
      this.dispatchEvent(new Event('open'));
      const parser = createEventParser(({ type, data, lastEventId }) => {
        this.#lastEventId = lastEventId;
        this.#pauseMs = shortest;
        this.dispatchEvent(new MessageEvent(type, { data, lastEventId }));
      }, this.#lastEventId);
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) parser(read.value);
    }

    /** Waits longer each time, and never as long as everyone else whose server went away. */
    async #pause(): Promise<void> {
      const ms = this.#pauseMs * (0.5 + Math.random());
      this.#pauseMs = Math.min(2 * this.#pauseMs, longest);
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      this.#closing.signal.addEventListener('abort', () => resolve(), { once: true });
      await promise;
      clearTimeout(timer);
    }
  };
}

function isStream({ ok, headers }: Response): boolean {
  return ok && (headers.get('content-type') ?? '').startsWith('text/event-stream');
}

/** The answer of the RPC door to what it does not serve; empty when it came from elsewhere. */
async function refusal(response: Response): Promise<object> {
  try {
    const { error } = await response.json();
    return { error: transformer.deserialize(error) };
  } catch {
    return { message: `The server answered ${response.status}` };
  }
}
