import { basisPoints, grams, priceOf, sumGrams, vnd } from '../../../kernel/units.js';
import type { BasisPoints, Grams, Vnd } from '../../../kernel/units.js';
import type { CostModel } from './cost-model.js';
import type { Take } from './policies/policy.js';
import type { LeftOutReason, Wish } from './wish.js';

export interface AllocationLine {
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly gradeCode: string;
  readonly pointId: string;
  readonly grams: Grams;
  readonly vndPerKg: Vnd;
  readonly goodsVnd: Vnd;
  /** This line's carriage, handling, and its part of coming to the pickup point, shared by weight. */
  readonly transportVnd: Vnd;
  /** "Lẻ": not a whole number of the buyer's crates. */
  readonly isLoose: boolean;
}

export interface Shortfall {
  readonly gradeCode: string;
  readonly missing: Grams;
}

export interface LeftOut {
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly reason: LeftOutReason;
}

export interface PlanTotals {
  readonly wanted: Grams;
  readonly planned: Grams;
  readonly goodsVnd: Vnd;
  readonly transportVnd: Vnd;
  /** Goods and transport per kilogram, rounded half up; null when nothing was found. */
  readonly landedVndPerKg: Vnd | null;
  readonly pickupPoints: number;
  readonly households: number;
  readonly communes: number;
  readonly truckloads: number;
  /** How much of what is wanted is covered, grade by grade; a surplus of one grade covers no other. */
  readonly coverage: BasisPoints;
  /** The total is as near to what is wanted as the order's tolerance asks (AL-13). */
  readonly isWithinTolerance: boolean;
  /** The total reaches what the buyer would come for at all. */
  readonly reachesLeast: boolean;
}

/** How good a plan is proven to be, in the money its policy counts: no plan at all costs less than `boundVnd`. */
export interface Proof {
  readonly costVnd: number;
  readonly boundVnd: number;
}

export interface AllocationPlan {
  /** By lot grade id. */
  readonly lines: readonly AllocationLine[];
  /** Grades still missing something; empty when the order's total is inside its tolerance. */
  readonly shortfall: readonly Shortfall[];
  /** Every candidate that is not in `lines`, by lot grade id. */
  readonly excluded: readonly LeftOut[];
  readonly totals: PlanTotals;
  /** Null where nothing needs proof, because the policy's rule was carried out as it stands, or nothing was proven. */
  readonly proof: Proof | null;
}

export function linesOf(
  wish: Wish,
  takes: readonly Take[],
  costModel: CostModel,
): readonly AllocationLine[] {
  const coming = comingShares(takes);
  return takes.map(({ lot: { lot, vndPerKg, cost }, grams: taken }, i) => ({
    lotId: lot.lotId,
    lotGradeId: lot.lotGradeId,
    householdId: lot.householdId,
    communeId: lot.communeId,
    gradeCode: lot.gradeCode,
    pointId: lot.point.id,
    grams: grams(taken),
    vndPerKg,
    goodsVnd: priceOf(grams(taken), vndPerKg),
    transportVnd: vnd(Math.round(taken * cost.vndPerGram) + costModel.lineVnd + coming[i]!),
    isLoose: wish.crate !== undefined && taken % wish.crate !== 0,
  }));
}

/** Each point's cost of coming in whole đồng, shared over its lines by weight, largest remainder first. */
function comingShares(takes: readonly Take[]): readonly number[] {
  const shares = takes.map(() => 0);
  const points = new Set(takes.map((take) => take.lot.lot.point.id));
  for (const point of points) {
    const members = takes.flatMap((take, i) => (take.lot.lot.point.id === point ? [i] : []));
    const total = Math.round(takes[members[0]!]!.lot.cost.comingVnd);
    const weight = members.reduce((sum, i) => sum + takes[i]!.grams, 0);
    const exact = members.map((i) => (total * takes[i]!.grams) / weight);
    members.forEach((i, k) => (shares[i] = Math.floor(exact[k]!)));
    const rest = total - members.reduce((sum, i) => sum + shares[i]!, 0);
    const byRemainder = members
      .map((i, k) => ({ i, remainder: exact[k]! - Math.floor(exact[k]!) }))
      .toSorted((a, b) => b.remainder - a.remainder || a.i - b.i);
    for (const { i } of byRemainder.slice(0, rest)) shares[i]! += 1;
  }
  return shares;
}

export function totalsOf(
  wish: Wish,
  lines: readonly AllocationLine[],
  truckload: Grams,
): PlanTotals {
  const wanted = sumGrams(wish.lines.map((line) => line.wanted));
  const planned = sumGrams(lines.map((line) => line.grams));
  const goodsVnd = vnd(lines.reduce((sum, line) => sum + line.goodsVnd, 0));
  const transportVnd = vnd(lines.reduce((sum, line) => sum + line.transportVnd, 0));
  const covered = wish.lines.reduce(
    (sum, line) => sum + Math.min(line.wanted, plannedOf(lines, line.gradeCode)),
    0,
  );
  return {
    wanted,
    planned,
    goodsVnd,
    transportVnd,
    landedVndPerKg:
      planned === 0 ? null : vnd(Math.round(((goodsVnd + transportVnd) * 1000) / planned)),
    pickupPoints: new Set(lines.map((line) => line.pointId)).size,
    households: new Set(lines.map((line) => line.householdId)).size,
    communes: new Set(lines.map((line) => line.communeId)).size,
    truckloads: Math.ceil(planned / truckload),
    coverage: basisPoints(wanted === 0 ? 10_000 : Math.floor((covered * 10_000) / wanted)),
    isWithinTolerance: planned * 10_000 >= wanted * (10_000 - wish.tolerance),
    reachesLeast: planned >= wish.leastGrams,
  };
}

export function shortfallOf(wish: Wish, lines: readonly AllocationLine[]): readonly Shortfall[] {
  return wish.lines.flatMap(({ gradeCode, wanted }) => {
    const missing = wanted - plannedOf(lines, gradeCode);
    return missing > 0 ? [{ gradeCode, missing: grams(missing) }] : [];
  });
}

const plannedOf = (lines: readonly AllocationLine[], gradeCode: string): number =>
  lines.reduce((sum, line) => sum + (line.gradeCode === gradeCode ? line.grams : 0), 0);
