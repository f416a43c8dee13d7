import type { Side } from '../../kernel/side.js';

/** Why a deal ended without being weighed; a closed list, so that records can be counted. */
export type Cause =
  | 'PRICE_CHANGED'
  | 'SOLD_ELSEWHERE'
  | 'NOT_RIPE'
  | 'NO_VEHICLE'
  | 'NO_MARKET'
  | 'OTHER'
  | 'ZONE_CLOSED'
  | 'STORM'
  | 'ROAD_CUT'
  | 'NO_PICKUP'
  | 'PRICE_CUT_AT_GATE'
  | 'DEPOSIT_UNPAID'
  | 'NOT_READY';

interface CauseRule {
  /** Sides that may give the deal up for it themselves. */
  readonly given: readonly Side[];
  /** The side that may be reported for it by the other. */
  readonly reported: Side | null;
  /** Nobody's fault, once the office has confirmed it. */
  readonly isForceMajeure: boolean;
  /** A sentence must say more. */
  readonly needsNote: boolean;
}

const BOTH: readonly Side[] = ['BUYER', 'SELLER'];
const given = (...sides: Side[]): CauseRule => ({
  given: sides,
  reported: null,
  isForceMajeure: false,
  needsNote: false,
});
const reported = (side: Side): CauseRule => ({
  given: [],
  reported: side,
  isForceMajeure: false,
  needsNote: true,
});
const FORCE_MAJEURE: CauseRule = { ...given(...BOTH), isForceMajeure: true, needsNote: true };

export const CAUSES: Readonly<Record<Cause, CauseRule>> = {
  PRICE_CHANGED: given(...BOTH),
  SOLD_ELSEWHERE: { ...given('SELLER'), reported: 'SELLER' },
  NOT_RIPE: given('SELLER'),
  NO_VEHICLE: given('BUYER'),
  NO_MARKET: given('BUYER'),
  OTHER: { ...given(...BOTH), needsNote: true },
  ZONE_CLOSED: FORCE_MAJEURE,
  STORM: FORCE_MAJEURE,
  ROAD_CUT: FORCE_MAJEURE,
  NO_PICKUP: reported('BUYER'),
  PRICE_CUT_AT_GATE: reported('BUYER'),
  DEPOSIT_UNPAID: reported('BUYER'),
  NOT_READY: reported('SELLER'),
};

/**
 * From when on a side may be reported for it; null: at any time. A vehicle is not late before the agreed end, fruit is not
 * late before its first hour, a deposit not before its deadline.
 */
export function reportableFrom(
  cause: Cause,
  deal: {
    readonly readyFrom: Date;
    readonly readyTo: Date;
    readonly releaseBy: Date | null;
    readonly depositDueAt: Date | null;
  },
): Date | null | 'NEVER' {
  if (cause === 'NO_PICKUP') return deal.releaseBy ?? deal.readyTo;
  if (cause === 'NOT_READY' || cause === 'PRICE_CUT_AT_GATE') return deal.readyFrom;
  return cause === 'DEPOSIT_UNPAID' ? (deal.depositDueAt ?? 'NEVER') : null;
}
