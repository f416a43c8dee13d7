import { parseWeight } from '../../../../../src/kernel/spoken/weight.js';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import type { Day } from '../../../../../src/kernel/day.js';
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

export const nearOf = ({ near }: SearchDraft): Id | null => (near === '' ? null : (near as Id));

/** Grams that are needed; null while nothing, or nothing clear, is typed. */
export function needOf({ need }: SearchDraft): number | null {
  if (need.trim() === '') return null;
  const heard = parseWeight(need);
  return isRefusal(heard) || heard === 0 ? null : heard;
}
