/** Lets a door answer a request, on Node's own request and response. */
import type { ServerResponse } from 'node:http';
import { classify } from '../errors/classify.ts';
import { toProblem } from '../errors/problem.ts';
import type { Arrival } from './arrival.ts';
import { IncomingRequest } from './body/incoming.ts';
import type { CommonHead } from './common-head.ts';
import type { Door, Visit } from './door.ts';
import { encodeProblem } from './encode-problem.ts';
import type { Outgoing, ResponseHead } from './exchange.ts';
import { assertSameOrigin } from './same-origin.ts';
import { writeAnswer } from './write-answer.ts';

/** Prepares what a door and its procedures need of a request. */
export type CreateVisit = (arrival: Arrival, response: ResponseHead) => Visit;

/** A door where it is mounted. */
export interface Mounted {
  readonly door: Door;
  readonly createVisit: CreateVisit;
  /** The public origin. */
  readonly origin: string;
  readonly common: CommonHead;
}

/** Answers in any case, also where our own code is broken. */
export async function serve(arrival: Arrival, response: ServerResponse, mounted: Mounted): Promise<void> {
  const onBroken = (err: Error) => arrival.log.error({ err }, 'an answer broke');
  const write = (outgoing: Outgoing, added: ResponseHead) =>
    writeAnswer(response, outgoing, added, mounted.common, onBroken);
  try {
    assertSameOrigin(arrival, mounted.origin);
    const added = namedHead(arrival);
    const { request, method, url, headers, gone } = arrival;
    const incoming = new IncomingRequest({ method, url, headers, body: request }, gone);
    let outgoing: Outgoing;
    try {
      outgoing = await mounted.door(incoming, mounted.createVisit(arrival, added));
      arrival.outlivesAnswer = typeof outgoing.body === 'object' && Symbol.asyncIterator in outgoing.body;
    } finally {
      const forget = () => incoming[Symbol.asyncDispose]();
      // What tells of the files may read them as it goes.
      if (incoming.isSpooled && arrival.outlivesAnswer) gone.listen(() => void forget().catch(onBroken));
      else if (incoming.isSpooled) await forget();
    }
    write(outgoing, added);
  } catch (error) {
    const { headers, ...classified } = classify(error);
    if (classified.bug) arrival.log.error({ err: error }, 'a request broke');
    const problem = toProblem({ ...classified, headers }, { id: arrival.id, path: arrival.path });
    if (response.headersSent) response.destroy();
    else write(encodeProblem({ problem, headers }), namedHead(arrival));
  }
}

/** The answer's head, under the names by which the log and the client's trace find it. */
function namedHead({ id, trace }: Arrival): ResponseHead {
  const headers: ResponseHead['headers'] = [['x-request-id', id]];
  if (trace) headers.push(['traceparent', trace.headers.traceparent]);
  return { headers, sent: false };
}
