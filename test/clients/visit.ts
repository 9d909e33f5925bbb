/** One request at the proxy, as a fault handles it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Exchange } from './exchange.ts';

/** What a fault can do. */
export interface Visit {
  readonly exchange: Exchange;
  /** Whether the fault cut the connection. */
  readonly isCut: boolean;
  /** Aborted when the client's connection is gone. */
  readonly gone: AbortSignal;
  /** How often this was asked under this fault and label, with this time: 1 for the first. */
  count(what: string): number;
  /** The value that was first given here under this fault and label. */
  first<Value>(what: string, value: Value): Value;
  /** Sends the request on to the server, with some headers changed; the answer is not read yet. */
  forward(headers?: Record<string, string>): Promise<IncomingMessage>;
  /** Passes the server's answer on as it comes. */
  relay(answer: IncomingMessage): Promise<void>;
  /** Answers at once. */
  answer(status: number, headers: Readonly<Record<string, unknown>>, body: string | Buffer): void;
  /** Passes on the head of a stream; its parts follow by {@link write}. */
  begin(answer: IncomingMessage): void;
  /** Resolves when the text is on its way. */
  write(text: string): Promise<void>;
  /** Ends the answer as HTTP ends it. */
  end(): void;
  /** Breaks the connection in the middle of the answer; what was written arrives. */
  cut(): void;
}

/** Headers that hold for one connection, or for a body that a fault may change. */
const ownHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

export function createVisit(
  exchange: Exchange,
  outgoing: ServerResponse,
  memory: Map<string, unknown>,
  forward: (headers: Record<string, string>) => Promise<IncomingMessage>,
): Visit {
  const key = (what: string) => `${exchange.fault}/${exchange.label}: ${what}`;
  const leaving = new AbortController();
  let isCut = false;
  outgoing.on('close', () => leaving.abort());
  const begin = (status: number, headers: Readonly<Record<string, unknown>>) => {
    const kept = Object.entries(headers).filter(([name]) => !ownHeaders.has(name));
    exchange.status = status;
    exchange.answerHeaders = Object.fromEntries(kept) as NonNullable<Exchange['answerHeaders']>;
    outgoing.writeHead(status, exchange.answerHeaders);
    outgoing.flushHeaders();
  };
  const answer: Visit['answer'] = (status, headers, body) => {
    begin(status, headers);
    exchange.answer = Buffer.from(body);
    outgoing.end(body);
  };
  return {
    exchange,
    gone: leaving.signal,
    get isCut() {
      return isCut;
    },
    count(what) {
      const next = Number(memory.get(key(what)) ?? 0) + 1;
      memory.set(key(what), next);
      return next;
    },
    first<Value>(what: string, value: Value) {
      if (!memory.has(key(what))) memory.set(key(what), value);
      return memory.get(key(what)) as Value;
    },
    forward: (headers = {}) => forward(headers),
    async relay(from) {
      const type = from.headers['content-type'] ?? '';
      const { statusCode = 0, headers } = from;
      if (!type.startsWith('text/event-stream')) return answer(statusCode, headers, await buffer(from));
      begin(statusCode, headers);
      from.pipe(outgoing);
    },
    answer,
    begin: ({ statusCode = 0, headers }) => begin(statusCode, headers),
    write(text) {
      exchange.answer = Buffer.concat([exchange.answer, Buffer.from(text)]);
      return new Promise((resolve) => outgoing.write(text, () => resolve()));
    },
    end: () => void outgoing.end(),
    cut() {
      isCut = true;
      outgoing.socket?.destroySoon();
    },
  };
}
