import { plusDays, type Day } from '../../../../../src/kernel/day.js';
import { EMPTY, type Entry } from '../../ui/keypad-entry.js';

/** The number a household is about to give. */
export interface ReportDraft {
  day: Day;
  /** The day on which it was begun. */
  begunOn: Day;
  /** The crop whose number is being typed. */
  cropCode: string | null;
  choosesCrop: boolean;
  entry: Entry;
}

/** The question is of tomorrow until another day is chosen. */
export const newReport = (today: Day): ReportDraft => ({
  day: plusDays(today, 1),
  begunOn: today,
  cropCode: null,
  choosesCrop: false,
  entry: EMPTY,
});

/** What was begun, as long as its day has not gone by; a day chosen without a number counts only on the day it was chosen. */
export const stillMeant = (kept: ReportDraft, today: Day): ReportDraft =>
  kept.day >= today && (kept.begunOn === today || kept.cropCode !== null) ? kept : newReport(today);

/** Lists of a clerk by day and crop: in each what was typed, by household. */
export type TypedLists = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const listKey = (day: Day, cropCode: string | undefined): string => `${day} ${cropCode}`;

/** The lists with this one in its place, without those whose day has gone by. */
export const withList = (
  lists: TypedLists,
  key: string,
  typed: Readonly<Record<string, string>>,
  today: Day,
): TypedLists =>
  Object.fromEntries(Object.entries({ ...lists, [key]: typed }).filter(([one]) => one >= today));
