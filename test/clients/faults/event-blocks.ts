/** Reads server-sent events one by one, as text. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
import type { IncomingMessage } from 'node:http';

/** The events of an answer, each with the empty line that ends it. */
export async function* eventBlocks(answer: IncomingMessage): AsyncGenerator<string> {
  answer.setEncoding('utf8');
  let text = '';
  for await (const piece of answer) {
    const blocks = (text + piece).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) yield `${block}\n\n`;
  }
}

/** Whether an event is an item of the stream, and not the protocol's own. */
export function isItem(block: string): boolean {
  return /^data:/m.test(block) && !/^event:/m.test(block);
}

/** Whether an answer is a stream. */
export function isStream({ statusCode, headers }: IncomingMessage): boolean {
  return statusCode === 200 && (headers['content-type'] ?? '').startsWith('text/event-stream');
}
