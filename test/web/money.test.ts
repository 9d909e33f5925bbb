import { describe, expect, test } from 'vitest';
import { parseMoney, toDecimal } from '../../web/src/lib/money.ts';

describe('a typed amount', () => {
  test.each([
    ['12.50', 1250],
    ['12,5', 1250],
    ['12', 1200],
    ['0.05', 5],
    [' 7 ', 700],
    ['19.99', 1999],
  ])('%s becomes %i cents', (text, amount) => {
    expect(parseMoney(text, 'EUR')).toEqual({ amount, currency: 'EUR' });
  });

  test('has no fraction where the currency has none', () => {
    expect(parseMoney('1500', 'JPY')).toEqual({ amount: 1500, currency: 'JPY' });
    expect(parseMoney('15.5', 'JPY')).toBeUndefined();
  });

  test.each(['', 'free', '-1', '1.234', '1e3', '1.2.3'])('%s is none', (text) => {
    expect(parseMoney(text, 'EUR')).toBeUndefined();
  });
});

test('an amount comes back as it would be typed', () => {
  expect(toDecimal({ amount: 1250, currency: 'CHF' })).toBe('12.50');
  expect(toDecimal({ amount: 1500, currency: 'JPY' })).toBe('1500');
});
