import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lanes } from '../../../server/src/engine/concurrency/lanes.ts';

test('no more work runs at once than there are lanes, and it starts in the order it came', async () => {
  const inLane = lanes(3);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      inLane(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await sleep(index % 4);
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(started).toEqual(started.toSorted((a, b) => a - b));
});

test('work that fails frees its lane', async () => {
  const inLane = lanes(1);
  await expect(inLane(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await inLane(async () => 'next')).toBe('next');
});

test('past so many that wait, more are turned away at once, and the lane goes on', async () => {
  const inLane = lanes(1, 2);
  const first = Promise.withResolvers<string>();
  const work = [inLane(() => first.promise), inLane(async () => 'second'), inLane(async () => 'third')];
  const turnedAway = await inLane(async () => 'fourth').catch((error: unknown) => error);
  expect(turnedAway).toMatchObject({ reason: 'unavailable', options: { retryAfter: 5 } });
  first.resolve('first');
  expect(await Promise.all(work)).toEqual(['first', 'second', 'third']);
  expect(await inLane(async () => 'fifth')).toBe('fifth');
});
