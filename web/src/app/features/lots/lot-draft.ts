import { dayOf, instant, plusDays, type Day } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { sumGrams, type Grams, type Vnd } from '../../../../../src/kernel/units.js';

export interface DraftLine {
  gradeCode: string;
  grams: Grams;
  /** Null: "theo giá đơn". */
  askVndPerKg: Vnd | null;
}

/** Where the form stands; `grams` and `price` belong to the grade in hand. */
type LotStep = 'crop' | 'grades' | 'grams' | 'price' | 'check' | 'spray';

/** A lot as it is being written; kept on the phone until it became an act. */
export interface LotDraft {
  lotId: Id;
  /** For whom a clerk writes; null is the own household. */
  household: { id: Id; name: string } | null;
  step: LotStep;
  cropCode: string;
  varietyCode: string | null;
  gradeInHand: string | null;
  /** Its kilograms, until its price is known. */
  gramsInHand: Grams | null;
  lines: readonly DraftLine[];
  /** 0 today, 1 tomorrow. */
  daysAhead: number;
  photo: Blob | null;
  spray: { daysAgo: string; interval: string };
  pickupNote: string;
}

/** Above this a truck is sent on a word alone, so the market wants a picture. */
const PHOTO_FROM_GRAMS = 500_000;

export const emptyDraft = (lotId: Id): LotDraft => ({
  lotId,
  household: null,
  step: 'crop',
  cropCode: '',
  varietyCode: null,
  gradeInHand: null,
  gramsInHand: null,
  lines: [],
  daysAhead: 1,
  photo: null,
  spray: { daysAgo: '', interval: '' },
  pickupNote: '',
});

export const totalOf = (lines: readonly { grams: Grams }[]): Grams =>
  sumGrams(lines.map(({ grams }) => grams));

export const needsPhoto = (total: Grams): boolean => total > PHOTO_FROM_GRAMS;

/** The lines with this one in its place; a line of nothing is taken out. */
export function withLine(lines: readonly DraftLine[], line: DraftLine): DraftLine[] {
  const others = lines.filter(({ gradeCode }) => gradeCode !== line.gradeCode);
  return line.grams === 0 ? others : [...others, line];
}

const isSame = (one: DraftLine | undefined, other: DraftLine | undefined): boolean =>
  one?.grams === other?.grams && one?.askVndPerKg === other?.askVndPerKg;

/** What was changed here, laid over what another phone has made of the lot; what was not touched is theirs. */
export function rebased(
  base: readonly DraftLine[],
  mine: readonly DraftLine[],
  theirs: readonly DraftLine[],
): DraftLine[] {
  const at = (lines: readonly DraftLine[], { gradeCode }: DraftLine): DraftLine | undefined =>
    lines.find((line) => line.gradeCode === gradeCode);
  const touched = mine.filter((line) => !isSame(line, at(base, line)));
  return [
    ...theirs.map((line) => at(touched, line) ?? line),
    ...touched.filter((line) => !at(theirs, line)),
  ];
}

/** Grades on which two versions of a lot do not agree. */
export const disputed = (mine: readonly DraftLine[], theirs: readonly DraftLine[]): string[] =>
  mine
    .filter(
      (line) =>
        !isSame(
          line,
          theirs.find(({ gradeCode }) => gradeCode === line.gradeCode),
        ),
    )
    .map(({ gradeCode }) => gradeCode);

/** The hours in which the lot may be fetched: the cool of the morning, or what is left of today. */
export function windowOf(daysAhead: number, now: Date): { readyFrom: Date; readyTo: Date } {
  const day = plusDays(dayOf(now), daysAhead);
  const dawn = instant(day, '04:00');
  return daysAhead === 0
    ? { readyFrom: now > dawn ? now : dawn, readyTo: later(instant(day, '20:00'), now) }
    : { readyFrom: dawn, readyTo: instant(day, '10:00') };
}

/** The evening of the day, or four hours from now for what is picked late. */
const later = (evening: Date, now: Date): Date =>
  new Date(Math.max(evening.getTime(), now.getTime() + 4 * 3_600_000));

/** The day of the last spraying and the days its label asks to wait; both or neither. */
export function sprayOf(
  { daysAgo, interval }: LotDraft['spray'],
  now: Date,
): { sprayedOn: Day; intervalDays: number } | null {
  if (daysAgo.trim() === '' || interval.trim() === '') return null;
  const ago = Number(daysAgo);
  const wait = Number(interval);
  if (!Number.isInteger(ago) || !Number.isInteger(wait) || ago < 0 || wait < 0) return null;
  return { sprayedOn: plusDays(dayOf(now), -ago), intervalDays: wait };
}
