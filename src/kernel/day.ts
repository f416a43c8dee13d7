import type { Brand } from './brand.js';

/** A business day in Asia/Ho_Chi_Minh, written `2021-07-23`. Never a Date: it has no hour and no zone. */
export type Day = Brand<string, 'Day'>;

// Việt Nam has kept +07:00 without daylight saving since 1975.
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

export const dayOf = (at: Date): Day =>
  new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10) as Day;

/** @throws RangeError when the text is not a real calendar day */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

// Three centuries around today: sums of days stay within four digits of the year, as everything that keeps them expects.
const DAY = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/;

export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

export const plusDays = (from: Day, days: number): Day =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day;

/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;

/** The instant of a clock time on a day in Việt Nam: `instant(day, '05:30')`. */
export const instant = (on: Day, clock: `${number}:${number}`): Date =>
  new Date(`${on}T${clock}:00+07:00`);
