import { basisPoints, grams, sumGrams } from '../../../kernel/units.js';
import { cheapestAmounts } from './cheapest/cheapest.js';
import { costOf, type Purchase, type Solved } from './cheapest/problem.js';
import type { CostModel } from './cost-model.js';
import { sieve, type EligibleLot } from './eligibility.js';
import {
  linesOf,
  shortfallOf,
  totalsOf,
  type AllocationPlan,
  type LeftOut,
  type Proof,
} from './plan.js';
import { statedAsPurchase, type Stated, type Weighing } from './policies/cheapest-of.js';
import { byHand } from './policies/by-hand.js';
import { fairShare } from './policies/fair-share.js';
import { countedStops } from './policies/fewest-stops.js';
import { landedCost } from './policies/lowest-cost.js';
import type { Chosen, Policy } from './policies/policy.js';
import { proRata } from './policies/pro-rata.js';
import { firstCome, soonestExpiry } from './policies/queue.js';
import type { CandidateLot, LeftOutReason, Wish } from './wish.js';

/** How an order chooses among lots: by a rule that is carried out directly, or as the cheapest purchase in its own money. */
const POLICIES = {
  LOWEST_COST: { counts: landedCost },
  FAIR_SHARE: { chooses: fairShare },
  PRO_RATA: { chooses: proRata },
  SOONEST_EXPIRY: { chooses: soonestExpiry },
  FEWEST_STOPS: { counts: countedStops },
  FIRST_COME: { chooses: firstCome },
  MANUAL: { chooses: byHand },
} as const satisfies Record<string, { chooses: Policy } | { counts: Weighing }>;

export type PolicyCode = keyof typeof POLICIES;

export const POLICY_CODES = Object.keys(POLICIES) as readonly PolicyCode[];

/**
 * The plan for one wish over many lots. Writes nothing and knows no clock: the same wish and candidates,
 * in whatever order, give the same plan.
 *
 * @throws RangeError when two candidates share a lot grade id
 */
export function preview(
  wish: Wish,
  candidates: readonly CandidateLot[],
  policy: PolicyCode,
  costModel: CostModel,
): AllocationPlan {
  const draft = drafted(wish, candidates, policy, costModel);
  return 'chosen' in draft
    ? draft.finish(draft.chosen)
    : draft.finish(draft.stated.chosen(cheapestAmounts(draft.stated.purchase)));
}

/** As `preview`, with the policies that seek the cheapest purchase solved by `solve`, and how near the plan is proven to be. */
export async function solvedPreview(
  wish: Wish,
  candidates: readonly CandidateLot[],
  policy: PolicyCode,
  costModel: CostModel,
  solve: (purchase: Purchase) => Promise<Solved>,
): Promise<AllocationPlan> {
  const draft = drafted(wish, candidates, policy, costModel);
  if ('chosen' in draft) return draft.finish(draft.chosen);
  const { purchase, chosen } = draft.stated;
  const { amounts, boundVnd } = await solve(purchase);
  const proof = boundVnd === null ? null : { costVnd: costOf(purchase, amounts), boundVnd };
  return draft.finish(chosen(amounts), proof);
}

type Finish = (chosen: Chosen, proof?: Proof | null) => AllocationPlan;

function drafted(
  asked: Wish,
  candidates: readonly CandidateLot[],
  policy: PolicyCode,
  costModel: CostModel,
): { finish: Finish } & ({ chosen: Chosen } | { stated: Stated }) {
  if (new Set(candidates.map((lot) => lot.lotGradeId)).size < candidates.length) {
    throw new RangeError('a lot grade was offered twice');
  }
  const wish = withinTrucks(asked);
  const { eligible, leftOut } = sieve(wish, candidates, costModel);
  const finish: Finish = (chosen, proof = null) => {
    const takes = chosen.takes.toSorted((a, b) =>
      a.lot.lot.lotGradeId < b.lot.lot.lotGradeId ? -1 : 1,
    );
    const lines = linesOf(wish, takes, costModel);
    const totals = totalsOf(asked, lines, costModel.truckload);
    const reasons = new Map([...leftOut, ...unchosen(wish, eligible, chosen)]);
    const excluded = candidates.flatMap(({ lotId, lotGradeId, householdId }): LeftOut[] => {
      const reason = reasons.get(lotGradeId);
      return reason === undefined ? [] : [{ lotId, lotGradeId, householdId, reason }];
    });
    return {
      lines,
      shortfall: totals.isWithinTolerance ? [] : shortfallOf(asked, lines),
      excluded: excluded.toSorted((a, b) => (a.lotGradeId < b.lotGradeId ? -1 : 1)),
      totals,
      proof,
    };
  };
  const how = POLICIES[policy];
  return 'chooses' in how
    ? { finish, chosen: how.chooses(wish, eligible, costModel) }
    : { finish, stated: statedAsPurchase(wish, eligible, costModel, how.counts) };
}

/** Cuts a wish down to what the buyer's trucks carry, every grade by the same part. */
function withinTrucks(wish: Wish): Wish {
  const wanted = sumGrams(wish.lines.map((line) => line.wanted));
  const carried = wish.mostGrams ?? Infinity;
  if (wanted <= carried) {
    const over = Math.floor(((carried - wanted) * 10_000) / Math.max(1, wanted));
    return { ...wish, tolerance: basisPoints(Math.min(wish.tolerance, over)) };
  }
  const lines = wish.lines.map((line) => ({
    ...line,
    wanted: grams(Number((BigInt(line.wanted) * BigInt(carried)) / BigInt(wanted))),
  }));
  return { ...wish, lines, tolerance: basisPoints(0) };
}

/** Lots that passed every hard rule and yet were not taken, and what stood against each. */
function unchosen(
  wish: Wish,
  eligible: readonly EligibleLot[],
  { takes, belowLeast }: Chosen,
): readonly [string, LeftOutReason][] {
  const taken = new Set(takes.map((take) => take.lot.lot.lotGradeId));
  const ofHousehold = new Map<string, number>();
  const ofGrade = new Map<string, number>();
  for (const { lot, grams: part } of takes) {
    const { householdId, gradeCode } = lot.lot;
    ofHousehold.set(householdId, (ofHousehold.get(householdId) ?? 0) + part);
    ofGrade.set(gradeCode, (ofGrade.get(gradeCode) ?? 0) + part);
  }
  const reasonFor = ({ lot, least }: EligibleLot): LeftOutReason => {
    const room = (wish.householdCap ?? Infinity) - (ofHousehold.get(lot.householdId) ?? 0);
    if (room < least) return 'HOUSEHOLD_CAP';
    const { wanted } = wish.lines.find((line) => line.gradeCode === lot.gradeCode)!;
    const missing = wanted - (ofGrade.get(lot.gradeCode) ?? 0);
    if (belowLeast.has(lot.lotGradeId) || (missing > 0 && missing < least)) return 'MIN_TAKE';
    return 'POLICY_RANK';
  };
  return eligible
    .filter(({ lot }) => !taken.has(lot.lotGradeId))
    .map((one) => [one.lot.lotGradeId, reasonFor(one)]);
}
