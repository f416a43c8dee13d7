import { dayOf, plusDays, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';

export interface LineTerms {
  readonly gradeCode: string;
  readonly grams: number;
  /** null: "theo giá đơn", the order's price is taken. */
  readonly askVndPerKg: number | null;
}

/** What a household says of a lot. */
export interface LotTerms {
  readonly lines: readonly LineTerms[];
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly minTakeGrams: number;
  readonly pickupNote: string;
  /** Day of the last spraying and the days the label asks to wait; both or neither. */
  readonly sprayedOn: Day | null;
  readonly intervalDays: number | null;
  readonly hasPhoto: boolean;
  /** An officer of the commune vouches for it. */
  readonly isConfirmed: boolean;
}

export type TermsRefusal =
  | 'LOT_GRADES_MISSING'
  | 'LOT_GRADE_UNKNOWN'
  | 'LOT_GRADE_TWICE'
  | 'LOT_GRAMS_WRONG'
  | 'LOT_PRICE_WRONG'
  | 'LOT_WINDOW_WRONG'
  | 'LOT_WINDOW_OVER'
  | 'LOT_WINDOW_FAR'
  | 'LOT_MIN_TAKE_LARGE'
  | 'LOT_NOTE_LONG'
  | 'LOT_SPRAY_INCOMPLETE';
export type PublishRefusal = 'LOT_WINDOW_OVER' | 'LOT_SPRAY_INTERVAL' | 'LOT_PHOTO_NEEDED';

const LEAST_GRAMS = 1_000;
// The largest truck of the district carries 18 t; two of them catch kilograms typed as grams.
const MOST_GRAMS = 36_000_000;
const LEAST_VND = 500;
const MOST_VND = 1_000_000;
const LONGEST_WINDOW_DAYS = 14;
const FARTHEST_DAYS = 90;
const LONGEST_NOTE = 200;
const DAY_MS = 86_400_000;

/** Above this a buyer sends a truck on a word alone, so a picture or an officer must stand behind it. */
const PHOTO_FROM_GRAMS = 500_000;

/** What must hold of every lot, draft or not. `grades` are the codes of the crop's scale on the first ready day. */
export function checkTerms(
  terms: LotTerms,
  grades: ReadonlySet<string>,
  now: Date,
): Refusal<TermsRefusal> | undefined {
  return checkLines(terms.lines, grades) ?? checkWindow(terms, now) ?? checkRest(terms);
}

/** What must hold besides when strangers may see it. */
export function checkPublishing(terms: LotTerms, now: Date): Refusal<PublishRefusal> | undefined {
  if (terms.readyTo <= now) return refuse('LOT_WINDOW_OVER', {}, 'readyTo');
  const { sprayedOn, intervalDays } = terms;
  const pickableFrom =
    sprayedOn && intervalDays !== null ? plusDays(sprayedOn, intervalDays) : null;
  if (pickableFrom !== null && pickableFrom > dayOf(terms.readyFrom)) {
    return refuse('LOT_SPRAY_INTERVAL', { pickableFrom }, 'readyFrom');
  }
  const total = totalOf(terms.lines);
  if (total > PHOTO_FROM_GRAMS && !terms.hasPhoto && !terms.isConfirmed) {
    return refuse('LOT_PHOTO_NEEDED', { fromGrams: PHOTO_FROM_GRAMS }, 'photoId');
  }
  return undefined;
}

function checkLines(
  lines: readonly LineTerms[],
  grades: ReadonlySet<string>,
): Refusal<TermsRefusal> | undefined {
  if (lines.length === 0) return refuse('LOT_GRADES_MISSING', {}, 'grades');
  const seen = new Set<string>();
  for (const [index, { gradeCode, grams, askVndPerKg }] of lines.entries()) {
    const at = `grades.${index}`;
    if (!grades.has(gradeCode))
      return refuse('LOT_GRADE_UNKNOWN', { gradeCode }, `${at}.gradeCode`);
    if (seen.has(gradeCode)) return refuse('LOT_GRADE_TWICE', { gradeCode }, `${at}.gradeCode`);
    seen.add(gradeCode);
    if (grams < LEAST_GRAMS || grams > MOST_GRAMS) {
      return refuse(
        'LOT_GRAMS_WRONG',
        { leastGrams: LEAST_GRAMS, mostGrams: MOST_GRAMS },
        `${at}.grams`,
      );
    }
    if (askVndPerKg !== null && (askVndPerKg < LEAST_VND || askVndPerKg > MOST_VND)) {
      return refuse(
        'LOT_PRICE_WRONG',
        { leastVnd: LEAST_VND, mostVnd: MOST_VND },
        `${at}.askVndPerKg`,
      );
    }
  }
  return undefined;
}

function checkWindow(
  { readyFrom, readyTo }: LotTerms,
  now: Date,
): Refusal<TermsRefusal> | undefined {
  const length = readyTo.getTime() - readyFrom.getTime();
  if (length <= 0 || length > LONGEST_WINDOW_DAYS * DAY_MS) {
    return refuse('LOT_WINDOW_WRONG', { days: LONGEST_WINDOW_DAYS }, 'readyTo');
  }
  if (readyTo <= now) return refuse('LOT_WINDOW_OVER', {}, 'readyTo');
  if (readyFrom.getTime() > now.getTime() + FARTHEST_DAYS * DAY_MS) {
    return refuse('LOT_WINDOW_FAR', { days: FARTHEST_DAYS }, 'readyFrom');
  }
  return undefined;
}

function checkRest(terms: LotTerms): Refusal<TermsRefusal> | undefined {
  const totalGrams = totalOf(terms.lines);
  if (terms.minTakeGrams > totalGrams)
    return refuse('LOT_MIN_TAKE_LARGE', { totalGrams }, 'minTakeGrams');
  if (terms.pickupNote.length > LONGEST_NOTE) {
    return refuse('LOT_NOTE_LONG', { most: LONGEST_NOTE }, 'pickupNote');
  }
  const { sprayedOn, intervalDays } = terms;
  if (
    (sprayedOn === null) !== (intervalDays === null) ||
    (intervalDays !== null && (intervalDays < 0 || intervalDays > 365))
  ) {
    return refuse('LOT_SPRAY_INCOMPLETE', {}, sprayedOn === null ? 'sprayedOn' : 'intervalDays');
  }
  return undefined;
}

const totalOf = (lines: readonly LineTerms[]): number => sumGrams(lines.map(({ grams }) => grams));
