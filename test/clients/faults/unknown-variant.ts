/** A server newer than the client: a stream tells of what the client never heard of, and objects have new fields. */
import type { Visit } from '../visit.ts';
import { eventBlocks, isItem, isStream } from './event-blocks.ts';
import { changeObjects, type JsonObject, rewrite } from './rewrite.ts';

export async function unknownVariant(visit: Visit): Promise<void> {
  const isLive = /live$/.test(visit.exchange.path);
  return isLive ? tellNews(visit) : rewrite(visit, addFields);
}

async function tellNews(visit: Visit): Promise<void> {
  const answer = await visit.forward();
  if (!isStream(answer)) return visit.relay(answer);
  visit.begin(answer);
  for await (const block of eventBlocks(answer)) {
    if (!isItem(block)) {
      await visit.write(block);
      continue;
    }
    if (visit.count('items') === 1) await visit.write(withData(block, () => news(visit)));
    visit.exchange.changed = true;
    await visit.write(withData(block, withFields));
  }
  visit.end();
}

/** An event of a new type, under the id of the one it is told before. */
function news({ exchange }: Visit): string {
  const event = { type: 'pinned', commentId: '0198c2f4-0000-7000-8000-000000000000', by: { id: 'nobody' } };
  return JSON.stringify(exchange.path.startsWith('/rpc/') ? { json: event } : event);
}

function withFields(data: string): string {
  const value: unknown = JSON.parse(data);
  changeObjects(value, addFields);
  return JSON.stringify(value);
}

function addFields(object: JsonObject): boolean {
  if (typeof object.id !== 'string') return false;
  object.reactions = { count: 3, latest: ['wave'] };
  return true;
}

function withData(block: string, change: (data: string) => string): string {
  return block.replace(/^data: ?(.*)$/m, (_, data: string) => `data: ${change(data)}`);
}
