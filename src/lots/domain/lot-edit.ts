import { refuse, type Refusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';
import type { LineTerms } from './lot-terms.js';

/** One grade line as it is kept. */
export interface LineStock {
  readonly gradeCode: string;
  readonly askVndPerKg: number | null;
  readonly offeredG: number;
  readonly reservedG: number;
  readonly weighedG: number;
  readonly writtenOffG: number;
}

/** What a line becomes; `isNew` has no row yet. */
export interface LineChange {
  readonly gradeCode: string;
  readonly askVndPerKg: number | null;
  readonly offeredG: number;
  readonly writtenOffG: number;
  readonly isNew: boolean;
}

/** Kilograms the household still stands for: what was not taken back. */
export const standingGrams = (line: Pick<LineStock, 'offeredG' | 'writtenOffG'>): number =>
  line.offeredG - line.writtenOffG;

/**
 * The wished lines replace the kept ones. A line that is left out keeps its row, because promises of the past point at
 * it, and its rest is written off. Facts of the refusal: grade code to the grams that are promised or weighed.
 */
export function editLines(
  kept: readonly LineStock[],
  wished: readonly LineTerms[],
): LineChange[] | Refusal<'LOT_BELOW_RESERVED'> {
  const byGrade = new Map(wished.map((line) => [line.gradeCode, line]));
  const tooLow = kept.filter(
    (line) =>
      bound(line) >
      (byGrade.get(line.gradeCode)?.grams ?? (line.reservedG > 0 ? 0 : line.weighedG)),
  );
  if (tooLow.length > 0) {
    const facts = Object.fromEntries(tooLow.map((line) => [line.gradeCode, bound(line)]));
    return refuse('LOT_BELOW_RESERVED', facts, 'grades');
  }
  const known = new Set(kept.map(({ gradeCode }) => gradeCode));
  return [
    ...kept.map((line): LineChange => {
      const wish = byGrade.get(line.gradeCode);
      const { gradeCode, askVndPerKg, offeredG, weighedG } = line;
      return wish
        ? {
            gradeCode,
            askVndPerKg: wish.askVndPerKg,
            offeredG: wish.grams,
            writtenOffG: 0,
            isNew: false,
          }
        : { gradeCode, askVndPerKg, offeredG, writtenOffG: offeredG - weighedG, isNew: false };
    }),
    ...wished
      .filter(({ gradeCode }) => !known.has(gradeCode))
      .map(({ gradeCode, askVndPerKg, grams }): LineChange => ({
        gradeCode,
        askVndPerKg,
        offeredG: grams,
        writtenOffG: 0,
        isNew: true,
      })),
  ];
}

/** What a lot says once these lines have changed. */
export function linesAfter(
  kept: readonly LineStock[],
  changes: readonly LineChange[],
): LineTerms[] {
  const changed = new Set(changes.map(({ gradeCode }) => gradeCode));
  return [...kept.filter(({ gradeCode }) => !changed.has(gradeCode)), ...changes]
    .filter((line) => standingGrams(line) > 0)
    .map((line) => ({
      gradeCode: line.gradeCode,
      grams: standingGrams(line),
      askVndPerKg: line.askVndPerKg,
    }));
}

/** When a lot may be fetched. */
export interface Hours {
  readonly readyFrom: Date;
  readonly readyTo: Date;
}

/** Somebody sends a truck in the hours that were promised: they may grow, not shrink. */
export function checkPromisedHours(
  kept: Hours,
  lines: readonly Pick<LineStock, 'reservedG'>[],
  { readyFrom, readyTo }: Hours,
): Refusal<'LOT_WINDOW_PROMISED'> | undefined {
  const reservedGrams = sumGrams(lines.map(({ reservedG }) => reservedG));
  const shrinks = readyFrom > kept.readyFrom || readyTo < kept.readyTo;
  return shrinks && reservedGrams > 0
    ? refuse(
        'LOT_WINDOW_PROMISED',
        { reservedGrams },
        readyTo < kept.readyTo ? 'readyTo' : 'readyFrom',
      )
    : undefined;
}

const bound = (line: LineStock): number => line.reservedG + line.weighedG;
