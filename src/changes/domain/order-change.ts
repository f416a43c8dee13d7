import { refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, priceOf, sumGrams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import { impossibleWeight, impossibleWindow, type Deal } from '../../orders/index.js';

/** OPEN waits for the other side. EXPIRED: nobody answered; STALE: a deal it speaks of has moved on meanwhile. */
export type ChangeState = 'OPEN' | 'APPLIED' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED' | 'STALE';

/** One grade of one lot, as it stood and as it would stand; its price stays. */
interface ChangedLine {
  readonly lineId: string;
  readonly gradeCode: string;
  readonly vndPerKg: Vnd;
  readonly gramsBefore: Grams;
  readonly grams: Grams;
}

/** One deal, as it stood when the change was proposed and as it would stand. */
export interface ChangedPart {
  readonly dealId: string;
  readonly dealNumber: string;
  readonly cropCode: string;
  readonly readyFromBefore: Date;
  readonly readyToBefore: Date;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly lines: readonly ChangedLine[];
}

export interface PartWish {
  readonly dealId: string;
  /** Grades not named keep their kilograms. */
  readonly grades: readonly { readonly gradeCode: string; readonly grams: number }[] | null;
}

/** null: the hours stay. */
export type HoursWish = { readonly readyFrom: Date; readonly readyTo: Date } | null;

export type PartRefusal =
  | 'CHANGE_GRADE_UNKNOWN'
  | 'CHANGE_EMPTY'
  | 'CHANGE_BELOW_DEPOSIT'
  | 'ORDER_GRAMS_IMPLAUSIBLE'
  | 'ORDER_WINDOW_IMPLAUSIBLE'
  | 'ORDER_WINDOW_OVER';

/** What a deal would become. @param field where the deal stands in the input */
export function partOf(
  deal: Deal,
  wish: PartWish,
  hours: HoursWish,
  { now, field }: { readonly now: Date; readonly field: string },
): ChangedPart | Refusal<PartRefusal> {
  const impossible = hours && impossibleWindow(hours, now);
  if (impossible) return { ...impossible, field: `hours.${impossible.field}` };
  const wanted = new Map<string, Grams>();
  for (const [i, { gradeCode, grams: weight }] of (wish.grades ?? []).entries()) {
    const at = `${field}.grades.${i}`;
    const isKnown = deal.lines.some((line) => line.gradeCode === gradeCode);
    if (!isKnown || wanted.has(gradeCode))
      return refuse('CHANGE_GRADE_UNKNOWN', { gradeCode }, `${at}.gradeCode`);
    const tooMuch = impossibleWeight(weight, `${at}.grams`);
    if (tooMuch) return tooMuch;
    wanted.set(gradeCode, grams(weight));
  }
  const part: ChangedPart = {
    dealId: deal.id,
    dealNumber: deal.number,
    cropCode: deal.cropCode,
    readyFromBefore: deal.readyFrom,
    readyToBefore: deal.readyTo,
    readyFrom: hours?.readyFrom ?? deal.readyFrom,
    readyTo: hours?.readyTo ?? deal.readyTo,
    lines: changedLines(deal, wanted),
  };
  if (!isHoursChanged(part) && part.lines.every((line) => line.grams === line.gramsBefore))
    return refuse('CHANGE_EMPTY', {}, field);
  if (goodsAfter(part) < deal.depositVnd)
    return refuse('CHANGE_BELOW_DEPOSIT', { depositVnd: deal.depositVnd }, field);
  return part;
}

/** Lots of one grade share the new weight as they shared the old; what rounding leaves goes to the first. */
function changedLines(deal: Deal, wanted: ReadonlyMap<string, Grams>): ChangedLine[] {
  const of = new Map<string, Grams>();
  for (const [gradeCode, after] of wanted) {
    const lines = deal.lines.filter((line) => line.gradeCode === gradeCode);
    const before = BigInt(sumGrams(lines.map((line) => line.grams)));
    const [first, ...rest] = lines;
    let left: number = after;
    for (const line of rest) {
      const share = Math.max(1, Number((BigInt(line.grams) * BigInt(after)) / before));
      of.set(line.id, grams(share));
      left -= share;
    }
    if (first) of.set(first.id, grams(left));
  }
  return deal.lines.map((line) => ({
    lineId: line.id,
    gradeCode: line.gradeCode,
    vndPerKg: line.vndPerKg,
    gramsBefore: line.grams,
    grams: of.get(line.id) ?? line.grams,
  }));
}

export const isHoursChanged = (part: ChangedPart): boolean =>
  part.readyFrom.getTime() !== part.readyFromBefore.getTime() ||
  part.readyTo.getTime() !== part.readyToBefore.getTime();

const worth = (lines: readonly { readonly grams: Grams; readonly vndPerKg: Vnd }[]): Vnd =>
  vnd(lines.reduce((sum, line) => sum + priceOf(line.grams, line.vndPerKg), 0));

export const goodsBefore = ({ lines }: ChangedPart): Vnd =>
  worth(lines.map(({ gramsBefore, vndPerKg }) => ({ grams: gramsBefore, vndPerKg })));

export const goodsAfter = ({ lines }: ChangedPart): Vnd => worth(lines);

/** Whether the deal still stands as it stood when the change was proposed. */
export const isAsProposed = (part: ChangedPart, deal: Deal): boolean =>
  deal.state === 'COMMITTED' &&
  deal.readyFrom.getTime() === part.readyFromBefore.getTime() &&
  deal.readyTo.getTime() === part.readyToBefore.getTime() &&
  deal.lines.length === part.lines.length &&
  part.lines.every(({ lineId, gramsBefore }) =>
    deal.lines.some(({ id, grams: now }) => id === lineId && now === gramsBefore),
  );
