import { exactTime, timeAgo } from '../lib/time.ts';

/** A time as people speak of it; the exact one on hover. */
export function TimeAgo({ time }: { time: Date }) {
  return (
    <time dateTime={time.toISOString()} title={exactTime(time)}>
      {timeAgo(time)}
    </time>
  );
}
