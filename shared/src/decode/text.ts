/** Reads scalars from text; text that is not one is returned as it is, for the schema to refuse. */

const decimal = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** A decimal number; never the empty text, hexadecimal or an infinity. */
export function textToNumber(text: string): number | string {
  const number = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}

/** `true` and `1`, `false` and `0`. */
export function textToBoolean(text: string): boolean | string {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return text;
}

/** Longest integer that is read, in digits: reading takes time that grows faster than its length. */
const maxDigits = 1000;

/** An integer of any size up to a thousand digits. */
export function textToBigint(text: string): bigint | string {
  return text.length <= maxDigits && /^-?\d+$/.test(text) ? BigInt(text) : text;
}

const timestamp =
  /^(\d{4})-(\d\d)-(\d\d)(?:t(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/i;

/**
 * A date-time with its offset, or a date alone: its midnight in UTC.
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function textToDate(text: string): Date | string {
  const [, year, month, day] = timestamp.exec(text) ?? [];
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return text;
  const date = new Date(text.toUpperCase());
  return Number.isNaN(date.getTime()) ? text : date;
}

/** JavaScript would make March 2 of February 30. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An absolute URL. */
export function textToUrl(text: string): URL | string {
  return URL.parse(text) ?? text;
}

/** The one of `values` that is written like the text: text itself first, then numbers, booleans, null. */
export function textToOneOf(values: readonly unknown[], text: string): unknown {
  if (values.includes(text)) return text;
  return values.find((value) => value !== undefined && String(value) === text) ?? text;
}

/** The bigint of `values` that is written like the text. */
export function textToBigintOf(values: readonly unknown[], text: string): unknown {
  if (values.includes(text)) return text;
  return values.find((value) => typeof value === 'bigint' && String(value) === text) ?? text;
}
