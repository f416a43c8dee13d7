/** Why a plan on the screen may not be sent yet: a newer one is on its way, or must first be asked for. */
export type PlanDoubt = 'AWAITED' | 'STALE';

interface PlanStanding {
  /** It is what the phone kept. */
  readonly isKept: boolean;
  /** The server could not be asked. */
  readonly isCut: boolean;
  /** How often the market moved: since the screen was opened, when the plan was last asked for, and when it was answered. */
  readonly moves: number;
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** AL-16: only a plan that was computed since the market last moved may be sent. */
export function planDoubt(plan: PlanStanding): PlanDoubt | null {
  const { isKept, isCut, moves, askedAt, answeredAt } = plan;
  const isStale = moves > answeredAt;
  if (!isKept && !isStale) return null;
  return isCut || (isStale && askedAt < moves) ? 'STALE' : 'AWAITED';
}
