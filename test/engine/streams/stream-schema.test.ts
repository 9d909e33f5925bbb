import { isTrackedItem, stream, streamParts } from '@portico/shared/stream';
import { tracked } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const Word = z.object({ text: z.string().trim() });

async function* words(...texts: unknown[]) {
  for (const text of texts) yield { text, secret: 'never' } as { text: string };
}

describe('a stream schema', () => {
  it('lets each item through its own schema, and nothing that this does not name', async () => {
    const items = await stream(Word).parseAsync(words(' one ', 'two'));
    expect(await Array.fromAsync(items)).toEqual([{ text: 'one' }, { text: 'two' }]);
  });

  it('stops at an item that is not right', async () => {
    const items = await stream(Word).parseAsync(words('one', 2));
    const seen: unknown[] = [];
    await expect(async () => {
      for await (const item of items) seen.push(item);
    }).rejects.toThrow(z.core.$ZodError);
    expect(seen).toHaveLength(1);
  });

  it('keeps the ids of a resumable stream', async () => {
    async function* numbered() {
      yield tracked('1', { text: ' one ', secret: 'never' });
    }
    const items: unknown[] = await Array.fromAsync(
      await stream(Word, { resumable: true }).parseAsync(numbered()),
    );
    expect(items.every(isTrackedItem)).toBe(true);
    expect(items).toEqual([['1', { text: 'one' }, expect.any(Symbol)]]);
  });

  it('refuses what is no stream, and an item without an id in a resumable one', async () => {
    expect((await stream(Word).safeParseAsync([])).success).toBe(false);
    const items = await stream(Word, { resumable: true }).parseAsync(words('one') as never);
    await expect(Array.fromAsync(items)).rejects.toThrow('tracked(id, item)');
  });

  it('is known by its parts, also after it was described', () => {
    expect(streamParts(stream(Word).describe('words'))).toEqual({ item: Word, resumable: false });
    expect(streamParts(stream(Word, { resumable: true }))?.resumable).toBe(true);
    expect(streamParts(z.string().transform(Number))).toBeUndefined();
  });

  it('tells its source to return when the consumer leaves', async () => {
    let returned = false;
    async function* endless() {
      try {
        for (;;) yield { text: 'again' };
      } finally {
        returned = true;
      }
    }
    for await (const item of await stream(Word).parseAsync(endless())) {
      expect(item.text).toBe('again');
      break;
    }
    expect(returned).toBe(true);
  });
});
