import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, toPage } from '../../../server/src/engine/paging/keyset.ts';

const position = fc.record({
  at: fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
  id: fc.uuid(),
});

describe('a cursor', () => {
  test('comes back as the position that it was made of', () => {
    fc.assert(
      fc.property(position, ({ at, id }) => {
        expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at: at.toISOString(), id });
      }),
    );
  });

  const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const id = crypto.randomUUID();

  test.each([
    ['nonsense', 'abc'],
    ['emptiness', ''],
    ['another shape', write({ at: 1 })],
    ['an impossible day', write(['2026-02-31T00:00:00.000Z', id])],
    ['a year before any database', write(['0000-01-01T00:00:00.000Z', id])],
    ['a year after every database', write(['+275760-09-13T00:00:00.000Z', id])],
    ['a moment in more digits than we write', write([`2026-01-01T00:00:00.${'1'.repeat(200)}Z`, id])],
    ['an id that is none', write(['2026-01-01T00:00:00.000Z', "' or 1=1"])],
    ['something more', write(['2026-01-01T00:00:00.000Z', id, 1])],
  ])('that is %s is refused at its field', (_, cursor) => {
    expect(() => decodeCursor(cursor)).toThrowError(
      expect.objectContaining({
        reason: 'invalid_input',
        options: expect.objectContaining({ issues: [expect.objectContaining({ pointer: '/cursor' })] }),
      }),
    );
  });

  test('that is any text is either read or refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeCursor(text);
        } catch (error) {
          expect(error).toMatchObject({ reason: 'invalid_input' });
        }
      }),
    );
  });
});

describe('a page', () => {
  const rows = [1, 2, 3].map((number) => ({ number, at: new Date(number), id: crypto.randomUUID() }));
  const page = (limit: number) =>
    toPage(
      rows,
      limit,
      ({ number }) => number,
      (row) => row,
    );

  test('of fewer rows than there are goes on after its last', () => {
    const { items, nextCursor } = page(2);
    expect(items).toEqual([1, 2]);
    expect(decodeCursor(nextCursor ?? '')).toEqual({ at: rows[1]?.at.toISOString(), id: rows[1]?.id });
  });

  test('of all rows is the last', () => {
    expect(page(3)).toEqual({ items: [1, 2, 3], nextCursor: null });
  });
});
