/** A connection that breaks after the first item of a stream; after the third item, the stream ends as streams do. */
import type { Visit } from '../visit.ts';
import { eventBlocks, isItem, isStream } from './event-blocks.ts';

export async function cutStream(visit: Visit): Promise<void> {
  const answer = await visit.forward();
  if (!isStream(answer)) return visit.relay(answer);
  const end = visit.exchange.path.startsWith('/rpc/') ? 'return' : 'end';
  visit.begin(answer);
  for await (const block of eventBlocks(answer)) {
    await visit.write(block);
    const items = isItem(block) ? visit.count('items') : 0;
    if (items === 1) return visit.cut();
    if (items === 3) {
      visit.exchange.changed = true;
      await visit.write(`event: ${end}\ndata:\n\n`);
      return visit.end();
    }
  }
  visit.end();
}
