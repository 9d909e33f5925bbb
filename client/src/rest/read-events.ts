/** Reads the server-sent events of one answer. */
import { createEventParser, type ParsedEvent } from '../event-parser.ts';
import { unreadable } from '../streaming.ts';
import type { Answered } from './call.ts';
import { ClientError } from './failure.ts';

/** Milliseconds without a sign of life after which a connection counts as lost: three of the server's heartbeats. */
const silence = 45_000;

/**
 * Ends as the answer does; leaving it lets go of the connection.
 * @throws ClientError when the connection breaks, falls silent, or is cancelled
 */
export async function* readEvents(
  { response, deadline }: Answered,
  lastEventId: string,
): AsyncGenerator<ParsedEvent, void, undefined> {
  const waiting: ParsedEvent[] = [];
  const parse = createEventParser((event) => waiting.push(event), lastEventId);
  const text = new TextDecoder();
  const reader = response.body?.getReader();
  try {
    deadline.met();
    if (!reader) throw new ClientError('unexpected_answer', unreadable);
    for (;;) {
      const { done, value } = await orSilence(reader.read());
      if (done) return;
      parse(text.decode(value, { stream: true }));
      yield* waiting.splice(0);
    }
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    if (error instanceof ClientError) throw error;
    throw new ClientError('no_connection', 'The connection broke', { cause: error });
  } finally {
    deadline.dispose();
    await reader?.cancel().catch(() => {});
  }
}

async function orSilence<Value>(reading: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silent = new Promise<never>((_, reject) => {
    const error = new ClientError('no_connection', 'The server fell silent');
    timer = setTimeout(() => reject(error), silence);
  });
  return Promise.race([reading, silent]).finally(() => clearTimeout(timer));
}
