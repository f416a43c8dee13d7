import { parseWeight } from '../../../../../src/kernel/spoken/weight.js';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import { daysBetween, isDay, type Day } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';

/** What a trader is looking for, as it stands in the form. */
export interface SearchDraft {
  text: string;
  cropCode: string;
  gradeCode: string;
  daysAhead: number;
  /** Id of the destination; '' when distance does not count. */
  near: string;
  /** As it was typed: `5 tấn`. */
  need: string;
}

export const EMPTY_SEARCH: SearchDraft = {
  text: '',
  cropCode: 'NA',
  gradeCode: '',
  daysAhead: 1,
  near: '',
  need: '',
};

/** The conditions of the draft; `day` is left out of what is saved. */
export const filterOf = (draft: SearchDraft, day: Day | null) => ({
  text: draft.text.trim() || null,
  cropCode: draft.cropCode || null,
  gradeCode: draft.gradeCode || null,
  ...(day && { day: day as never }),
});

/** The conditions of a saved search; where to, how much and when stay as they were. */
export const withSaved = (
  draft: SearchDraft,
  filter: { text: string | null; cropCode: string | null; gradeCode: string | null },
): SearchDraft => ({
  ...draft,
  text: filter.text ?? '',
  cropCode: filter.cropCode ?? '',
  gradeCode: filter.gradeCode ?? '',
});

/** The day of a link, one of the seven that can be looked at; any other changes nothing. */
export function withDay(draft: SearchDraft, asked: string, today: Day): SearchDraft {
  const daysAhead = isDay(asked) ? daysBetween(today, asked) : -1;
  return daysAhead >= 0 && daysAhead < 7 ? { ...draft, daysAhead } : draft;
}

export const nearOf = ({ near }: SearchDraft): Id | null => (near === '' ? null : (near as Id));

/** Grams that are needed; null while nothing, or nothing clear, is typed. */
export function needOf({ need }: SearchDraft): number | null {
  if (need.trim() === '') return null;
  const heard = parseWeight(need);
  return isRefusal(heard) || heard === 0 ? null : heard;
}
