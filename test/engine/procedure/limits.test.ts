import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryLimits } from '../../../server/src/engine/procedure/limits.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const twoInTen = { calls: 2, seconds: 10 };

test('calls are granted until none is left, and all are there again when the time is over', () => {
  const { take } = memoryLimits(1);
  expect(take('a', twoInTen)).toEqual({ granted: true, remaining: 1, resetAfter: 10 });
  vi.advanceTimersByTime(8_500);
  expect(take('a', twoInTen)).toEqual({ granted: true, remaining: 0, resetAfter: 2 });
  expect(take('a', twoInTen)).toEqual({ granted: false, remaining: 0, resetAfter: 2 });
  vi.advanceTimersByTime(1_499);
  expect(take('a', twoInTen)).toEqual({ granted: false, remaining: 0, resetAfter: 1 });
  vi.advanceTimersByTime(1);
  expect(take('a', twoInTen)).toEqual({ granted: true, remaining: 1, resetAfter: 10 });
});

test('one key takes nothing from another, also when others have been let go', () => {
  const { take } = memoryLimits(1);
  take('short', twoInTen);
  take('long', { calls: 2, seconds: 600 });
  vi.advanceTimersByTime(60_000);
  expect(take('other', twoInTen)).toMatchObject({ granted: true, remaining: 1 });
  expect(take('long', { calls: 2, seconds: 600 })).toEqual({ granted: true, remaining: 0, resetAfter: 540 });
});
