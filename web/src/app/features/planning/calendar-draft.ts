import { isDay, type Day } from '../../../../../src/kernel/day.js';
import type { Window } from './calendar-documents.js';

/** A window as it is typed. */
export interface WindowDraft {
  cropCode: string;
  /** Empty: every variety without a window of its own. */
  varietyCode: string;
  season: Window['season'];
  /** Day and month, `15/7`. */
  opens: string;
  closes: string;
  usual: string;
  most: string;
  shelfFrom: string;
  shelfTo: string;
  /** As it stands in the field: empty while no whole day does. */
  validFrom: string;
  /** A window that is there is changed for what it is of; a new one chooses. */
  isNew: boolean;
}

/** `07-15` as it is written here: `15/7`. */
export const dayMonthText = (monthDay: string): string => {
  const [month, day] = monthDay.split('-').map(Number);
  return `${day}/${month}`;
};

/** `15/7`, `15-07` → `07-15`; undefined for what is no day of every year. */
export function monthDayOf(text: string): string | undefined {
  const [, day = '', month = ''] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(text) ?? [];
  const written = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // 2023 had no 29 February: a window must exist in every year.
  const at = new Date(`2023-${written}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === written
    ? written
    : undefined;
}

export const draftOf = (window: Window, validFrom: Day): WindowDraft => ({
  cropCode: window.cropCode,
  varietyCode: window.varietyCode ?? '',
  season: window.season,
  opens: dayMonthText(window.opens),
  closes: dayMonthText(window.closes),
  usual: String(window.usualKgPerHa),
  most: String(window.mostKgPerHa),
  shelfFrom: String(window.shelfDaysFrom),
  shelfTo: String(window.shelfDaysTo),
  validFrom,
  isNew: false,
});

export const newWindow = (cropCode: string, validFrom: Day): WindowDraft => ({
  cropCode,
  varietyCode: '',
  season: 'MAIN',
  opens: '',
  closes: '',
  usual: '',
  most: '',
  shelfFrom: '',
  shelfTo: '',
  validFrom,
  isNew: true,
});

/** What would be set; undefined while a field is no number or no day. */
export function windowOf(draft: WindowDraft) {
  const opens = monthDayOf(draft.opens);
  const closes = monthDayOf(draft.closes);
  const numbers = [draft.usual, draft.most, draft.shelfFrom, draft.shelfTo].map(wholeOf);
  const [usualKgPerHa, mostKgPerHa, shelfDaysFrom, shelfDaysTo] = numbers;
  const { cropCode, season, validFrom } = draft;
  if (!opens || !closes || !usualKgPerHa || !mostKgPerHa || !shelfDaysFrom || !shelfDaysTo)
    return undefined;
  if (!isDay(validFrom)) return undefined;
  return {
    cropCode,
    varietyCode: draft.varietyCode === '' ? null : draft.varietyCode,
    season,
    opens,
    closes,
    usualKgPerHa,
    mostKgPerHa,
    shelfDaysFrom,
    shelfDaysTo,
    validFrom,
  };
}

/** Whether a field says what it is for. */
export const isHeard = (part: keyof typeof HEARD, text: string): boolean =>
  Boolean(HEARD[part](text));

/** `8.300` and `8300` are the same; nought is no yield and no shelf life. */
const wholeOf = (text: string): number | undefined =>
  /^\d{1,3}(\.?\d{3})*$|^\d+$/.test(text.trim()) ? Number(text.replaceAll('.', '')) : undefined;

const HEARD = {
  opens: monthDayOf,
  closes: monthDayOf,
  usual: wholeOf,
  most: wholeOf,
  shelfFrom: wholeOf,
  shelfTo: wholeOf,
};
