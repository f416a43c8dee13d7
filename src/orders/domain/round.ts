import {
  sumGrams,
  type BasisPoints,
  type Grams,
  type Vnd,
  basisPoints,
  grams,
} from '../../kernel/units.js';
import { COLLECTION_COSTS } from './collection-costs.js';
import type { AllocationLimits } from './allocation-limits.js';
import type { CandidateLot, LatLon, LeftOutReason, Wish } from './allocation/wish.js';

/** What a round of offers must know of its order. */
export interface OrderToFill {
  readonly lines: readonly {
    readonly gradeCode: string;
    readonly wantedGrams: Grams;
    readonly maxVndPerKg: Vnd | null;
  }[];
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly toleranceBp: BasisPoints;
  readonly minGrams: Grams;
  readonly householdCapGrams: Grams | null;
  readonly communeIds: readonly string[];
  readonly limits: AllocationLimits;
}

/** A line that was offered in an earlier round, as it stands now. */
export interface AskedLine {
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly gradeCode: string;
  readonly grams: Grams;
  /** Where it is fetched. */
  readonly pointId: string;
  readonly standing: 'LIVE' | 'DECLINED' | 'SILENT' | 'WITHDRAWN';
}

/** ALREADY_ASKED: the lot was offered in an earlier round of the same order. */
export type NotTakenReason = LeftOutReason | 'ALREADY_ASKED';

export interface Round {
  readonly wish: Wish;
  readonly candidates: readonly CandidateLot[];
  /** Lots this round does not look at, because an earlier one did. */
  readonly passedOver: readonly { readonly lot: CandidateLot; readonly reason: NotTakenReason }[];
}

/** What no earlier round holds or was promised, per grade; grades that are covered are left out. */
export function stillMissing(
  order: Pick<OrderToFill, 'lines'>,
  asked: readonly AskedLine[],
): { gradeCode: string; wanted: Grams; maxVndPerKg: Vnd | null }[] {
  return order.lines.flatMap(({ gradeCode, wantedGrams, maxVndPerKg }) => {
    const held = liveGramsOf(asked, gradeCode);
    return held < wantedGrams
      ? [{ gradeCode, wanted: grams(wantedGrams - held), maxVndPerKg }]
      : [];
  });
}

/** Whether the order's total, promised and waiting together, is as near to its wish as its tolerance asks (AL-13). */
export function isCovered(
  order: Pick<OrderToFill, 'lines' | 'toleranceBp'>,
  asked: readonly AskedLine[],
): boolean {
  const wanted = sumGrams(order.lines.map((line) => line.wantedGrams));
  return liveGrams(asked) * 10_000 >= wanted * (10_000 - order.toleranceBp);
}

/**
 * The next round of an order: what is still missing, over the lots that may be asked for it. Nobody is asked twice for
 * one lot, except that the buyer (never the automatic round) may ask a household again that was silent.
 */
export function nextRound(
  order: OrderToFill,
  asked: readonly AskedLine[],
  candidates: readonly CandidateLot[],
  round: { readonly depot: LatLon; readonly isAutomatic: boolean },
): Round {
  const lines = stillMissing(order, asked);
  const isOver = (line: AskedLine): boolean =>
    line.standing !== 'WITHDRAWN' && (round.isAutomatic || line.standing !== 'SILENT');
  const askedLots = new Set(asked.filter(isOver).map((line) => line.lotGradeId));
  const rooms = roomsLeft(order, asked);

  const open: CandidateLot[] = [];
  const passedOver: { lot: CandidateLot; reason: NotTakenReason }[] = [];
  for (const lot of candidates.toSorted((a, b) => (a.lotGradeId < b.lotGradeId ? -1 : 1))) {
    const room = rooms.get(lot.householdId);
    const isWished = lines.some((line) => line.gradeCode === lot.gradeCode);
    if (askedLots.has(lot.lotGradeId)) passedOver.push({ lot, reason: 'ALREADY_ASKED' });
    else if (room === undefined || !isWished) open.push(lot);
    else if (room === 0) passedOver.push({ lot, reason: 'HOUSEHOLD_CAP' });
    else {
      const free = grams(Math.min(room, lot.free));
      rooms.set(lot.householdId, room - free);
      open.push({ ...lot, free });
    }
  }
  const wish: Wish = {
    lines,
    readyFrom: order.readyFrom,
    readyTo: order.readyTo,
    depot: round.depot,
    tolerance: basisPoints(order.toleranceBp),
    leastGrams: grams(Math.max(0, order.minGrams - liveGrams(asked))),
    communeIds: order.communeIds,
    ...limitsLeft(order, asked),
  };
  return { wish, candidates: open, passedOver };
}

/** What one household may give in all: the smaller of the cap in kilograms and the part of the order. */
function householdCapOf({ householdCapGrams, limits, lines }: OrderToFill): Grams | null {
  if (limits.householdCapBp === null) return householdCapGrams;
  const wanted = sumGrams(lines.map((line) => line.wantedGrams));
  const part = Math.floor((wanted * limits.householdCapBp) / 10_000);
  return grams(Math.min(part, householdCapGrams ?? part));
}

/** The order's limits, less what its earlier rounds have used of them. */
export function limitsLeft(order: OrderToFill, asked: readonly AskedLine[]): Partial<Wish> {
  const { limits } = order;
  const live = asked.filter((line) => line.standing === 'LIVE');
  const cap = householdCapOf(order);
  const points = new Set(live.map((line) => line.pointId)).size;
  return {
    isUnsoldFirst: limits.isUnsoldFirst,
    ...(cap !== null && { householdCap: cap }),
    ...(limits.crateGrams !== null && { crate: limits.crateGrams }),
    ...(limits.leastLineGrams !== null && { leastLine: limits.leastLineGrams }),
    ...(limits.certificate !== null && { certificate: limits.certificate }),
    ...(limits.leastKeptBp !== null && { leastReliability: limits.leastKeptBp / 10_000 }),
    ...(limits.mostRoadMetres !== null && { mostRoadMetres: limits.mostRoadMetres }),
    ...(limits.mostPickupPoints !== null && {
      mostPickupPoints: Math.max(0, limits.mostPickupPoints - points),
    }),
    ...(limits.mostTruckloads !== null && {
      mostGrams: grams(
        Math.max(0, limits.mostTruckloads * COLLECTION_COSTS.truckload - liveGrams(asked)),
      ),
    }),
  };
}

/** Under a household cap: what each household that already gives something may still give. */
function roomsLeft(order: OrderToFill, asked: readonly AskedLine[]): Map<string, number> {
  const cap = householdCapOf(order);
  if (cap === null) return new Map();
  const givers = new Set(
    asked.filter((line) => line.standing === 'LIVE').map((line) => line.householdId),
  );
  return new Map(
    [...givers].map((id) => [
      id,
      Math.max(0, cap - liveGrams(asked.filter((line) => line.householdId === id))),
    ]),
  );
}

/** What households hold of one grade or were promised. */
export const liveGramsOf = (asked: readonly AskedLine[], gradeCode: string): Grams =>
  liveGrams(asked.filter((line) => line.gradeCode === gradeCode));

const liveGrams = (lines: readonly AskedLine[]): Grams =>
  sumGrams(lines.filter((line) => line.standing === 'LIVE').map((line) => line.grams));
