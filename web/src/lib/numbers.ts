import { locale } from './locale.ts';

const integer = new Intl.NumberFormat(locale);
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function formatNumber(value: number): string {
  return integer.format(value);
}

/** A file's size in the unit that suits it: "1.4 MB". */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step > 1 ? 1 : 0,
  });
  return format.format(bytes / 1000 ** step);
}
