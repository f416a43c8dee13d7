import type { Vnd } from '../../../kernel/units.js';
import { costOfPoint, type CostModel, type PointCost } from './cost-model.js';
import type { CandidateLot, LeftOutReason, Wish, WishLine } from './wish.js';

/** A candidate that passed every hard rule, with the price it would be bought at. */
export interface EligibleLot {
  readonly lot: CandidateLot;
  readonly vndPerKg: Vnd;
  readonly least: number;
  /** What is free; a household's cap over all its lots may leave less. */
  readonly most: number;
  readonly cost: PointCost;
  /** What the lot counts for where shares are given: 2 for a household the order favours, else 1. */
  readonly weight: 1 | 2;
}

export interface Sieved {
  readonly eligible: readonly EligibleLot[];
  readonly leftOut: ReadonlyMap<string, LeftOutReason>;
}

/** The most of a grade the order may take: what is wanted, plus the order's tolerance. */
export const mostOf = (line: WishLine, wish: Wish): number =>
  Math.floor((line.wanted * (10_000 + wish.tolerance)) / 10_000);

/** The smallest line that may be taken of a lot, at least one gram. */
export const leastOf = (lot: CandidateLot, wish: Wish): number =>
  Math.max(lot.leastTake, wish.leastLine ?? 0, 1);

/** Its own price, else the most the order pays; null when neither side named one. */
export const priceOfLot = (lot: CandidateLot, wish: Wish): Vnd | null =>
  lot.askVndPerKg ??
  wish.lines.find((line) => line.gradeCode === lot.gradeCode)?.maxVndPerKg ??
  null;

/** Keeps what the order could buy and gives every other candidate the first rule it fails. */
export function sieve(
  wish: Wish,
  candidates: readonly CandidateLot[],
  costModel: CostModel,
): Sieved {
  const eligible: EligibleLot[] = [];
  const leftOut = new Map<string, LeftOutReason>();
  for (const lot of candidates.toSorted(byLotGrade)) {
    const verdict = judge(wish, lot, costModel);
    if (typeof verdict === 'string') leftOut.set(lot.lotGradeId, verdict);
    else eligible.push(verdict);
  }
  return { eligible, leftOut };
}

function judge(wish: Wish, lot: CandidateLot, model: CostModel): EligibleLot | LeftOutReason {
  const line = wish.lines.find((one) => one.gradeCode === lot.gradeCode);
  if (line === undefined) return 'GRADE';
  if (lot.readyTo <= wish.readyFrom || lot.readyFrom >= wish.readyTo) return 'WINDOW';
  if (lot.isZoneClosed || !isAllowedCommune(wish, lot)) return 'ZONE';
  if (wish.certificate !== undefined && !lot.certificates.includes(wish.certificate)) return 'CERT';

  const vndPerKg = priceOfLot(lot, wish);
  if (vndPerKg === null || (line.maxVndPerKg !== null && vndPerKg > line.maxVndPerKg)) {
    return 'PRICE';
  }
  if (
    wish.mostRoadMetres !== undefined &&
    model.roadMetres(lot.point, wish.depot) > wish.mostRoadMetres
  ) {
    return 'DISTANCE';
  }
  if (lot.reliability < (wish.leastReliability ?? 0)) return 'RELIABILITY';

  const least = leastOf(lot, wish);
  if (least > Math.min(lot.free, mostOf(line, wish))) return 'MIN_TAKE';
  if (least > (wish.householdCap ?? Infinity)) return 'HOUSEHOLD_CAP';
  const cost = costOfPoint(lot.point, wish.depot, model);
  const weight = wish.isUnsoldFirst === true && lot.isUnsoldThisWeek === true ? 2 : 1;
  return { lot, vndPerKg, least, most: lot.free, cost, weight };
}

const isAllowedCommune = (wish: Wish, lot: CandidateLot): boolean =>
  wish.communeIds === undefined ||
  wish.communeIds.length === 0 ||
  wish.communeIds.includes(lot.communeId);

const byLotGrade = (a: CandidateLot, b: CandidateLot): number =>
  a.lotGradeId < b.lotGradeId ? -1 : a.lotGradeId > b.lotGradeId ? 1 : 0;
