import type { Money } from '@portico/client';
import { locale } from './locale.ts';

export const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'JPY'] as const satisfies readonly Money['currency'][];

/** An amount as a price: "€12.50". */
export function formatMoney({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** minorDigits(currency));
}

/** An amount as somebody would type it: "12.50". */
export function toDecimal({ amount, currency }: Money): string {
  const digits = minorDigits(currency);
  return (amount / 10 ** digits).toFixed(digits);
}

/** Reads a typed amount, with a comma or a point; undefined where it is none, or finer than the currency. */
export function parseMoney(text: string, currency: Money['currency']): Money | undefined {
  const digits = minorDigits(currency);
  const match = /^(\d{1,9})(?:[.,](\d*))?$/.exec(text.trim());
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > digits) return undefined;
  return { amount: Number(`${match[1]}${fraction.padEnd(digits, '0')}`), currency };
}

function minorDigits(currency: Money['currency']): number {
  const options = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}
