/** A request as it arrived, before anybody has answered it. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { Cancellation } from '../concurrency/cancellation.ts';
import { pathOf } from './problem-reply.ts';
import { requestId } from './request-id.ts';
import { RequestLog } from './request-log.ts';
import { continueTrace, type Trace } from './trace.ts';

/** What the server makes of every request. */
export interface Reception {
  readonly log: Logger;
  /** The client's address, seen through trusted proxies only. */
  readonly addressOf: (request: IncomingMessage) => string;
}

/** One request: its names, its age, and whether anybody still waits for its answer. */
export class Arrival {
  readonly request: IncomingMessage;
  /** The client's own id of it when that is well-formed, else one of ours. */
  readonly id: string;
  /** Path without query, as sent. */
  readonly path: string;
  readonly address: string;
  /** The trace that it continues, if any. */
  readonly trace: Trace | undefined;
  readonly log: RequestLog;
  /** Aborts when the client has gone. */
  readonly gone = new Cancellation();
  /** True where the work may outlive the answer, as with a stream: then the work is told of the end too. */
  outlivesAnswer = false;
  readonly #startedAt = performance.now();

  constructor(request: IncomingMessage, reception: Reception) {
    const { headers } = request;
    this.request = request;
    this.id = requestId(headers['x-request-id']);
    this.path = pathOf(request.url ?? '');
    this.address = reception.addressOf(request);
    this.trace = continueTrace(headers.traceparent, headers.tracestate);
    this.log = new RequestLog(() => reception.log.child(namesOf(this)));
  }

  get method(): string {
    return this.request.method ?? '';
  }

  /** Path and query, as sent. */
  get url(): string {
    return this.request.url ?? '';
  }

  get headers(): IncomingHttpHeaders {
    return this.request.headers;
  }

  /** Milliseconds since it arrived. */
  get age(): number {
    return performance.now() - this.#startedAt;
  }
}

/** The names by which the log finds a request. */
export function namesOf({ id, trace }: Arrival): object {
  return trace ? { reqId: id, traceId: trace.traceId, spanId: trace.spanId } : { reqId: id };
}
