import { dayOf, instant, plusDays } from '../../kernel/day.js';

const NIGHT_FROM = '21:00';
const NIGHT_TO = '05:30';
const MINUTE_MS = 60_000;
// An offer that arrives at night is not lost the moment people get up.
const AWAKE_MINUTES = 60;

/**
 * When an offer to a grower runs out: after `minutes`, but never between 21:00 and 05:30, and not before
 * there was an hour of day to answer in (all of `minutes`, when that is less).
 */
export function offerExpiry(offeredAt: Date, minutes: number): Date {
  const bySpan = outOfNight(later(offeredAt, minutes));
  const byDaylight = afterDaylight(offeredAt, Math.min(minutes, AWAKE_MINUTES));
  return bySpan > byDaylight ? bySpan : byDaylight;
}

function afterDaylight(from: Date, minutes: number): Date {
  const start = outOfNight(from);
  const end = later(start, minutes);
  const evening = instant(dayOf(start), NIGHT_FROM);
  if (end <= evening) return end;
  const morning = instant(plusDays(dayOf(start), 1), NIGHT_TO);
  return new Date(morning.getTime() + end.getTime() - evening.getTime());
}

/** The moment itself by day, 05:30 of the coming morning by night. */
function outOfNight(at: Date): Date {
  const today = dayOf(at);
  const morning = instant(today, NIGHT_TO);
  if (at < morning) return morning;
  return at > instant(today, NIGHT_FROM) ? instant(plusDays(today, 1), NIGHT_TO) : at;
}

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE_MS);
