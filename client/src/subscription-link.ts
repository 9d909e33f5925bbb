/** Follows subscriptions over server-sent events, in every runtime, and outlives servers that restart. */
import { transformer } from '@portico/shared/transformer';
import { type Operation, type OperationResultObserver, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { createEventParser, type ParsedEvent } from './event-parser.ts';
import type { AppRouter } from './generated/router.ts';
import type { LinkOptions } from './link-fetch.ts';
import { unreadable } from './streaming.ts';

/** Milliseconds before the first attempt to connect again, and the longest there is between two. */
const shortest = 1_000;
const longest = 30_000;

/** Milliseconds without a sign of life after which a connection counts as lost: three of the server's heartbeats. */
const silence = 45_000;

/** How a connection stands. */
const connecting = { type: 'state', state: 'connecting', error: null } as const;
const pending = { type: 'state', state: 'pending', error: null } as const;

/**
 * The last link of a client, for subscriptions alone. It speaks the protocol of tRPC's own, and weighs a third; it sends
 * headers, and connects again after an answer that is temporary, where a browser's EventSource gives up.
 * @see https://trpc.io/docs/client/links/httpSubscriptionLink
 */
export function subscriptionLink(options: LinkOptions): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const leaving = new AbortController();
        const leave = () => leaving.abort();
        op.signal?.addEventListener('abort', leave);
        if (op.signal?.aborted) leave();
        void follow(op, options, observer, leaving.signal);
        return () => {
          op.signal?.removeEventListener('abort', leave);
          leave();
        };
      });
}

async function follow(
  op: Operation,
  { url, fetch, headers, streams }: LinkOptions,
  observer: OperationResultObserver<AppRouter, unknown>,
  signal: AbortSignal,
): Promise<void> {
  const { path, input } = op;
  const query =
    input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(transformer.serialize(input)))}`;
  let lastEventId = '';
  let pauseMs = shortest;
  let isOver = false;

  const end = (error?: object) => {
    isOver = true;
    if (error) observer.error(TRPCClientError.from(error));
    else observer.complete();
  };
  const take = (event: ParsedEvent) => {
    if (isOver) return;
    try {
      read(event);
    } catch (error) {
      // What a follower throws, or no JSON: neither would be otherwise on the next connection.
      end(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const read = (event: ParsedEvent) => {
    lastEventId = event.lastEventId;
    pauseMs = shortest;
    if (event.type === 'message') observer.next({ result: toResult(event) });
    else if (event.type === 'connected') {
      observer.next({ result: { type: 'started' } });
      observer.next({ result: pending });
    } else if (event.type === 'return') end();
    else if (event.type === 'serialized-error') {
      const error = transformer.deserialize<{ data?: { httpStatus?: number } }>(JSON.parse(event.data));
      if (!isTemporary(error.data?.httpStatus ?? 400)) end({ error });
    }
  };

  if (!streams) return end(new Error(unreadable));
  for (; !(signal.aborted || isOver); pauseMs = Math.min(2 * pauseMs, longest)) {
    observer.next({ result: connecting });
    const line = openLine(signal);
    try {
      const sent = { ...(await headers([op])), ...(lastEventId !== '' && { 'last-event-id': lastEventId }) };
      const response = await fetch(`${url}/${path}${query}`, {
        headers: { ...sent, accept: 'text/event-stream' },
        signal: line.signal,
      });
      if (response.ok && !response.body) end(new Error(unreadable));
      else if (response.ok) await readEvents(response, createEventParser(take, lastEventId), line);
      else if (!isTemporary(response.status)) end(await refusal(response));
    } catch {
      // No connection, or one that broke: the next may be better.
    } finally {
      line.close();
    }
    // Never as long as everyone else whose server went away.
    if (!isOver) await rest(pauseMs * (0.5 + Math.random()), signal);
  }
}

/** What will be different the next time: overload, a server that restarts, a proxy without one. */
function isTemporary(status: number): boolean {
  return status === 429 || status >= 500;
}

function toResult({ data, lastEventId }: ParsedEvent) {
  const item = transformer.deserialize(JSON.parse(data));
  return lastEventId === '' ? { data: item } : { id: lastEventId, data: { id: lastEventId, data: item } };
}

/** A connection, from its first byte to its last. */
interface Line {
  /** Aborted when it is to end: the subscription is left, or the server says nothing for too long. */
  readonly signal: AbortSignal;
  /** The server gave a sign of life. */
  heard(): void;
  /** Lets go of everything. */
  close(): void;
}

function openLine(subscription: AbortSignal): Line {
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  let timer = setTimeout(leave, silence);
  subscription.addEventListener('abort', leave);
  return {
    signal: leaving.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(leave, silence);
    },
    close() {
      clearTimeout(timer);
      subscription.removeEventListener('abort', leave);
      leave();
    },
  };
}

async function readEvents({ body }: Response, parse: (text: string) => void, line: Line): Promise<void> {
  const reader = body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  // Not every fetch ends a body with its signal.
  line.signal.addEventListener('abort', () => void reader.cancel().catch(() => {}));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    line.heard();
    parse(decoder.decode(value, { stream: true }));
  }
}

/** The answer of the RPC door to what it does not serve; its status where it came from elsewhere. */
async function refusal(response: Response): Promise<object> {
  try {
    const { error } = await response.json();
    return { error: transformer.deserialize(error) };
  } catch {
    return new Error(`The server answered ${response.status}`);
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });
}
