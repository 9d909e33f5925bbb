import { locale } from './locale.ts';

const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

const minute = 60;
const hour = 60 * minute;
const dayLength = 24 * hour;
/** From this age on a date says more than "34 days ago", in seconds. */
const longAgo = 30 * dayLength;

/** How long ago something was ("2 hours ago"), or its date when that is over a month. */
export function timeAgo(time: Date, now = new Date()): string {
  const seconds = Math.round((time.getTime() - now.getTime()) / 1000);
  const age = Math.abs(seconds);
  if (age < minute) return 'just now';
  if (age < hour) return relative.format(Math.round(seconds / minute), 'minute');
  if (age < dayLength) return relative.format(Math.round(seconds / hour), 'hour');
  if (age < longAgo) return relative.format(Math.round(seconds / dayLength), 'day');
  return day.format(time);
}

/** Day and minute, in the visitor's time zone. */
export function exactTime(time: Date): string {
  return exact.format(time);
}

/** The day, without its time. */
export function dayOf(time: Date): string {
  return day.format(time);
}

/** Month and year, for "member since". */
export function monthOf(time: Date): string {
  return month.format(time);
}
