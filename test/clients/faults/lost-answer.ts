/** A connection that breaks at the worst moment: the effect of the first write happened, and its answer is lost. */
import { buffer } from 'node:stream/consumers';
import type { Visit } from '../visit.ts';

export async function lostAnswer(visit: Visit): Promise<void> {
  const { method, path } = visit.exchange;
  const answer = await visit.forward();
  if (method === 'GET' || visit.count(`${method} ${path}`) > 1) return visit.relay(answer);
  await buffer(answer);
  visit.cut();
}
