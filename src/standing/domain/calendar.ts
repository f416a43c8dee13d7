import { dayOf, plusDays, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { sameHours } from '../../orders/index.js';

/** When a standing order comes round. */
export interface Calendar {
  /** 1 is Monday, 7 is Sunday; in order, none twice. */
  readonly weekdays: readonly number[];
  /** Hours before pick-up begins. */
  readonly leadHours: number;
  /** Hours of the order it takes its terms of, on the day of that order. */
  readonly readyFrom: Date;
  readonly readyTo: Date;
  /** When that order stopped gathering; null: with its window. */
  readonly gatheredUntil: Date | null;
}

/** One day of a standing order. */
export interface Occurrence {
  readonly day: Day;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly opensAt: Date;
  /** From here on there is nothing left to ask for. */
  readonly closesAt: Date;
}

/** Further ahead nobody knows what ripens; a shorter time than an hour is no time to answer. */
const LEAD_HOURS = [1, 168] as const;
const HOUR_MS = 3_600_000;

/** The weekdays as they are kept. */
export const inWeekOrder = (weekdays: readonly number[]): number[] =>
  [...new Set(weekdays)].toSorted((a, b) => a - b);

/** A calendar that cannot be meant, at its field. */
export function impossibleCalendar(
  calendar: Calendar,
): Refusal<'STANDING_WEEKDAYS_MISSING' | 'STANDING_LEAD_IMPLAUSIBLE'> | undefined {
  const { weekdays, leadHours, readyFrom, gatheredUntil } = calendar;
  const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7;
  if (weekdays.length === 0 || !weekdays.every(isWeekday))
    return refuse('STANDING_WEEKDAYS_MISSING', {}, 'weekdays');
  const gatherMs = readyFrom.getTime() - (gatheredUntil ?? readyFrom).getTime();
  const least = LEAD_HOURS[0] + Math.ceil(gatherMs / HOUR_MS);
  if (!Number.isInteger(leadHours) || leadHours < least || leadHours > LEAD_HOURS[1])
    return refuse('STANDING_LEAD_IMPLAUSIBLE', { least, most: LEAD_HOURS[1] }, 'leadHours');
}

/** @returns undefined when the calendar has nothing on that day */
export function occurrenceOn(calendar: Calendar, day: Day): Occurrence | undefined {
  return calendar.weekdays.includes(weekdayOf(day)) ? onDay(calendar, day) : undefined;
}

/** The hours of a day, whether the calendar has it or had it when its order was made. */
export function onDay(calendar: Calendar, day: Day): Occurrence {
  const hours = sameHours(calendar, day);
  const shiftMs = hours.readyFrom.getTime() - calendar.readyFrom.getTime();
  return {
    day,
    ...hours,
    opensAt: new Date(hours.readyFrom.getTime() - calendar.leadHours * HOUR_MS),
    closesAt: new Date((calendar.gatheredUntil ?? calendar.readyFrom).getTime() + shiftMs),
  };
}

/** Occurrences of so many days from this one on, earliest first. */
export function occurrencesFrom(calendar: Calendar, first: Day, days: number): Occurrence[] {
  return Array.from({ length: days }, (_, i) => plusDays(first, i)).flatMap(
    (day) => occurrenceOn(calendar, day) ?? [],
  );
}

/** Whether its order should be there by now and can still be made. */
export const isDue = ({ opensAt, closesAt }: Occurrence, now: Date): boolean =>
  opensAt <= now && now < closesAt;

/** Every day on which an order may be due now. */
export const dueDays = (calendar: Calendar, now: Date): Day[] =>
  occurrencesFrom(calendar, dayOf(now), LEAD_HOURS[1] / 24 + 1)
    .filter((occurrence) => isDue(occurrence, now))
    .map(({ day }) => day);

/** 1 is Monday. */
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
