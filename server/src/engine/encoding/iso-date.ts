/** Writes dates as `Date.toISOString` does, about twenty times as fast: by arithmetic on days. */

const dayMs = 86_400_000;

/** Days from 0000-03-01, where years begin for this arithmetic, to 1970-01-01. */
const epochDay = 719_468;

/** Days of 400 years, after which the calendar repeats. */
const eraDays = 146_097;

const two = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const three = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));

/** Milliseconds of 0000-01-01 and of the end of 9999: outside, years have another form. */
const first = Date.UTC(1, 0, 1);
const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * @returns the same text as `date.toISOString()`
 * @throws RangeError for an invalid date
 * @see https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
export function isoDate(date: Date): string {
  const ms = date.getTime();
  if (!(ms >= first && ms <= last)) return date.toISOString();
  const days = Math.floor(ms / dayMs);
  return `${civilDate(days)}T${timeOfDay(ms - days * dayMs)}`;
}

function civilDate(days: number): string {
  const day = days + epochDay;
  const era = Math.floor(day / eraDays);
  const dayOfEra = day - era * eraDays;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return `${two[Math.floor(year / 100)]}${two[year % 100]}-${two[month]}-${two[dayOfMonth]}`;
}

function timeOfDay(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}.${three[ms % 1000]}Z`;
}
