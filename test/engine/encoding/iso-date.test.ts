import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '../../../server/src/engine/encoding/iso-date.ts';

test('every date is written as toISOString writes it', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (date) => isoDate(date) === date.toISOString()),
    { numRuns: 5_000 },
  );
});

test('the days around leap days, centuries and the ends of the four-digit years are right', () => {
  const days = [
    '0000-12-31',
    '0001-01-01',
    '1600-02-29',
    '1900-02-28',
    '1900-03-01',
    '1969-12-31',
    '1970-01-01',
  ];
  const later = ['2000-02-29', '2000-03-01', '2024-02-29', '2100-02-28', '2100-03-01', '9999-12-31'];
  for (const day of [...days, ...later]) {
    for (const time of ['00:00:00.000', '23:59:59.999']) {
      const text = `${day}T${time}Z`;
      expect(isoDate(new Date(text))).toBe(text);
    }
  }
});

test('years of more than four digits keep their sign', () => {
  for (const ms of [8.64e15, -8.64e15, Date.UTC(10_000, 0), -62_198_755_200_000]) {
    expect(isoDate(new Date(ms))).toBe(new Date(ms).toISOString());
  }
});

test('an invalid date is refused', () => {
  expect(() => isoDate(new Date(Number.NaN))).toThrow(RangeError);
});
