/** Before anything is measured: every contender must give the same answers. */
import { deepStrictEqual } from 'node:assert';
import superjson from 'superjson';
import { type Case, type ContenderName, cases, contenders, type Envelope } from './cases.ts';
import { findItem, listItems, smallId } from './items.ts';

const expected: Readonly<Record<Case, unknown>> = {
  small: findItem(smallId),
  list: listItems(20),
  'list-postgres': listItems(20),
};

/** @throws when an answer is not the expected one */
export async function checkAnswers(name: ContenderName, port: number): Promise<void> {
  const { requests, envelope } = contenders[name];
  for (const which of cases) {
    const url = `http://127.0.0.1:${port}${requests[which]}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000) });
    const text = await response.text();
    const message = `${name} answers ${which} with ${response.status} ${text.slice(0, 300)}`;
    deepStrictEqual(openEnvelope(envelope, text), asSent(envelope, expected[which]), message);
  }
}

function openEnvelope(envelope: Envelope, text: string): unknown {
  const answer = JSON.parse(text);
  if (envelope === 'superjson') return superjson.deserialize(answer.result.data);
  return envelope === 'orpc' ? answer.json : answer;
}

/** Dates survive superjson; otherwise they are text. */
function asSent(envelope: Envelope, value: unknown): unknown {
  return envelope === 'superjson' ? value : JSON.parse(JSON.stringify(value));
}
