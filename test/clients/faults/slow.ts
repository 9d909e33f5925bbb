/** A server that takes its time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Visit } from '../visit.ts';

const heldMs = 10_000;

export async function slow(visit: Visit): Promise<void> {
  await sleep(heldMs, undefined, { signal: visit.gone });
  await visit.relay(await visit.forward());
}
