import { grams, type Grams } from '../../kernel/units.js';
import type { Day } from '../../kernel/day.js';

/**
 * NOTED: the buyer means to take it · ASKED: the lot is there and she is asked whether she still does · CONFIRMED: she asked the
 * household in an offer · DROPPED: she does not · LAPSED: its day, or its order, is over. Only the first four are stored.
 */
export type IntentionState = 'NOTED' | 'ASKED' | 'CONFIRMED' | 'DROPPED' | 'LAPSED';

interface Kept {
  readonly state: Exclude<IntentionState, 'LAPSED'>;
  readonly day: Day;
  /** The order still gathers. */
  readonly isOpen: boolean;
}

/** Nobody has to end a word that was not taken up: it ends with its day. */
export const stateOn = ({ state, day, isOpen }: Kept, today: Day): IntentionState =>
  (state === 'NOTED' || state === 'ASKED') && (day < today || !isOpen) ? 'LAPSED' : state;

/** What a household foretold and nobody means to take yet. */
export interface Foretold {
  readonly forecastId: string;
  readonly householdId: string;
  readonly grams: number;
}

/** Who spoke first is taken first, until what is wanted is reached; the last one in part. */
export function pickForecasts(
  wanted: Grams,
  foretold: readonly Foretold[],
): readonly (Foretold & { readonly grams: Grams })[] {
  const picked: (Foretold & { readonly grams: Grams })[] = [];
  let missing: number = wanted;
  for (const one of foretold) {
    if (missing === 0) break;
    const taken = grams(Math.min(missing, one.grams));
    picked.push({ ...one, grams: taken });
    missing -= taken;
  }
  return picked;
}

/** A line of a lot, as far as it is free. */
export interface FreeLine {
  readonly lotGradeId: string;
  readonly gradeCode: string;
  readonly free: number;
}

/** The lines of a lot to be asked for: grades the order wants, in the order it names them, up to what was meant. */
export function linesToAsk(
  meant: number,
  gradeCodes: readonly string[],
  lines: readonly FreeLine[],
): readonly { readonly lotGradeId: string; readonly grams: number }[] {
  const asked: { lotGradeId: string; grams: number }[] = [];
  let missing = meant;
  for (const gradeCode of gradeCodes) {
    for (const line of lines.filter((one) => one.gradeCode === gradeCode)) {
      const taken = Math.min(missing, line.free);
      if (taken > 0) asked.push({ lotGradeId: line.lotGradeId, grams: taken });
      missing -= taken;
    }
  }
  return asked;
}
