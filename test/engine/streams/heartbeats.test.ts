import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { heartbeat, withHeartbeats } from '../../../server/src/engine/streams/heartbeats.ts';

it('a silent stream shows that it lives, and loses no item', async () => {
  async function* slow() {
    yield 'a';
    await sleep(70);
    yield 'b';
  }
  const seen = await Array.fromAsync(withHeartbeats(slow(), 20));
  expect(seen.filter((item) => item !== heartbeat)).toEqual(['a', 'b']);
  expect(seen.indexOf(heartbeat)).toBe(1);
  expect(seen.length).toBeGreaterThanOrEqual(4);
});

it('a busy stream needs no signs of life', async () => {
  async function* busy() {
    for (let item = 0; item < 100; item += 1) yield item;
  }
  expect(await Array.fromAsync(withHeartbeats(busy(), 1000))).toHaveLength(100);
});

it('a failure passes through, and the source is told to return when the consumer leaves', async () => {
  let returned = false;
  async function* failing() {
    try {
      yield 1;
      throw new Error('broken');
    } finally {
      returned = true;
    }
  }
  const items = withHeartbeats(failing(), 1000);
  await items.next();
  await items.return();
  expect(returned).toBe(true);
  const others = withHeartbeats(failing(), 1000);
  await others.next();
  await expect(others.next()).rejects.toThrow('broken');
});
