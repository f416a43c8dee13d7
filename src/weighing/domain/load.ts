import { refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, type Grams } from '../../kernel/units.js';
import { tareOf, type Weighing } from './ticket.js';

/** One load as the weigher entered it. */
export interface LoadWish {
  readonly gradeCode: string;
  readonly gross: Grams;
  readonly crateCode: string | null;
  readonly crates: number;
  /** As measured; null to take the crate type's. */
  readonly measuredTare: Grams | null;
}

export interface LoadFacts {
  /** Grades of the deal. */
  readonly gradeCodes: readonly string[];
  /** Tare of one crate of the named type; undefined when there is no such type or none was named. */
  readonly crateTare: Grams | undefined;
}

export type LoadRefusal =
  | 'GRADE_NOT_IN_DEAL'
  | 'WEIGHT_ABSURD'
  | 'CRATES_ABSURD'
  | 'CRATE_UNKNOWN'
  | 'TARE_MISSING'
  | 'TARE_OVER_GROSS';

// The platform scales of the district end at 1–2 tonnes; more on one row is a slip of the decimal point.
const HEAVIEST = grams(2_000_000);
const MOST_CRATES = 200;

/** What the load counts for on a ticket: the tare is the measured one, or crate type × number. */
export function loadOf(wish: LoadWish, facts: LoadFacts): Weighing | Refusal<LoadRefusal> {
  const { gradeCode, gross, crateCode, crates, measuredTare } = wish;
  if (!facts.gradeCodes.includes(gradeCode)) {
    return refuse('GRADE_NOT_IN_DEAL', { gradeCode }, 'gradeCode');
  }
  if (gross <= 0 || gross > HEAVIEST) {
    return refuse('WEIGHT_ABSURD', { gross, most: HEAVIEST }, 'grossGrams');
  }
  if (crates < 0 || crates > MOST_CRATES) {
    return refuse('CRATES_ABSURD', { crates, most: MOST_CRATES }, 'crates');
  }
  if (crateCode !== null && facts.crateTare === undefined) {
    return refuse('CRATE_UNKNOWN', { crateCode }, 'crateCode');
  }
  if (crates > 0 && facts.crateTare === undefined && measuredTare === null) {
    return refuse('TARE_MISSING', { crates }, 'crateCode');
  }
  const tare = measuredTare ?? tareOf(facts.crateTare ?? grams(0), crates);
  if (tare >= gross) return refuse('TARE_OVER_GROSS', { gross, tare }, 'grossGrams');
  return { gradeCode, gross, crates, tare };
}
