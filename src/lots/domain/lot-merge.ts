import { plusDays, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { LineChange, LineStock } from './lot-edit.js';
import type { LotState } from './lot.state.js';

interface MergedLot {
  readonly lot: {
    readonly id: string;
    readonly householdId: string;
    readonly cropCode: string;
    readonly varietyCode: string | null;
    readonly state: LotState;
    readonly readyFrom: Date;
    readonly readyTo: Date;
    readonly sprayedOn: Day | null;
    readonly intervalDays: number | null;
  };
  readonly lines: readonly LineStock[];
}

export interface JoinedLots {
  readonly from: readonly LineChange[];
  readonly into: readonly LineChange[];
  /** The spraying after which the buyer waits longest. */
  readonly sprayedOn: Day | null;
  readonly intervalDays: number | null;
}

export type MergeRefusal = 'LOTS_UNLIKE' | 'LOT_PROMISED' | 'LOT_STEP_NOT_ALLOWED';

/**
 * What is free of `from` moves into `into`: every gram that leaves one line enters another. A lot that somebody counts on
 * cannot move, because promises name its lines; nor can hours that do not touch, because a buyer was told when.
 */
export function joinLots(from: MergedLot, into: MergedLot): JoinedLots | Refusal<MergeRefusal> {
  if (from.lot.state === 'CLOSED' || into.lot.state === 'CLOSED')
    return refuse('LOT_STEP_NOT_ALLOWED', { state: 'CLOSED', step: 'merge' });
  if (!isAlike(from.lot, into.lot)) return refuse('LOTS_UNLIKE');
  if (from.lines.some(({ reservedG }) => reservedG > 0)) return refuse('LOT_PROMISED');

  const moved = from.lines
    .map((line) => ({ line, free: freeOf(line) }))
    .filter(({ free }) => free > 0);
  const byGrade = new Map(into.lines.map((line) => [line.gradeCode, line]));
  return {
    from: moved.map(({ line, free }) => ({
      ...termsOf(line),
      offeredG: line.offeredG,
      writtenOffG: line.writtenOffG + free,
      isNew: false,
    })),
    into: moved.map(({ line, free }): LineChange => {
      const kept = byGrade.get(line.gradeCode);
      return {
        ...termsOf(kept ?? line),
        offeredG: (kept?.offeredG ?? 0) + free,
        writtenOffG: kept?.writtenOffG ?? 0,
        isNew: kept === undefined,
      };
    }),
    ...laterSpray(from.lot, into.lot),
  };
}

/** What one line gave to the line of the same grade. */
export interface MovedLine {
  readonly gradeCode: string;
  readonly grams: number;
}

/** What a lot nobody counts on gives when it becomes part of another. */
export const freeLines = (lines: readonly LineStock[]): MovedLine[] =>
  lines
    .map((line) => ({ gradeCode: line.gradeCode, grams: freeOf(line) }))
    .filter(({ grams }) => grams > 0);

/** Two lots that were joined stand apart again: every gram goes back, or none when some of them are promised or weighed. */
export function partLots(
  from: readonly LineStock[],
  into: readonly LineStock[],
  moved: readonly MovedLine[],
): Pick<JoinedLots, 'from' | 'into'> | Refusal<'LOT_PROMISED'> {
  const ofGrade = new Map(moved.map(({ gradeCode, grams }) => [gradeCode, grams]));
  const isMissing = ({ gradeCode, grams }: MovedLine): boolean =>
    !into.some((line) => line.gradeCode === gradeCode && freeOf(line) >= grams);
  if (moved.some(isMissing)) return refuse('LOT_PROMISED');
  const changed = (lines: readonly LineStock[]) =>
    lines.flatMap((line) => {
      const grams = ofGrade.get(line.gradeCode);
      return grams === undefined ? [] : [{ line, grams }];
    });
  return {
    from: changed(from).map(({ line, grams }) => ({
      ...termsOf(line),
      offeredG: line.offeredG,
      writtenOffG: line.writtenOffG - grams,
      isNew: false,
    })),
    // A line that came with the other lot keeps its row, and nothing is left of it.
    into: changed(into).map(({ line, grams }) => ({
      ...termsOf(line),
      ...(line.offeredG > grams
        ? { offeredG: line.offeredG - grams, writtenOffG: line.writtenOffG }
        : { offeredG: line.offeredG, writtenOffG: grams }),
      isNew: false,
    })),
  };
}

const freeOf = ({ offeredG, reservedG, weighedG, writtenOffG }: LineStock): number =>
  offeredG - reservedG - weighedG - writtenOffG;

const termsOf = ({ gradeCode, askVndPerKg }: LineStock) => ({ gradeCode, askVndPerKg });

const isAlike = (from: MergedLot['lot'], into: MergedLot['lot']): boolean =>
  from.id !== into.id &&
  from.householdId === into.householdId &&
  from.cropCode === into.cropCode &&
  from.varietyCode === into.varietyCode &&
  from.readyFrom < into.readyTo &&
  into.readyFrom < from.readyTo;

type Spray = Pick<MergedLot['lot'], 'sprayedOn' | 'intervalDays'>;

const laterSpray = (a: Spray, b: Spray): Spray => {
  const [ofA, ofB] = [pickableFrom(a), pickableFrom(b)];
  const { sprayedOn, intervalDays } = ofA > ofB ? a : b;
  return { sprayedOn, intervalDays };
};

const pickableFrom = ({ sprayedOn, intervalDays }: Spray): string =>
  sprayedOn === null || intervalDays === null ? '' : plusDays(sprayedOn, intervalDays);
