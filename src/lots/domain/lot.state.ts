import { refuse, type Refusal } from '../../kernel/refusal.js';

export const LOT_STATES = ['DRAFT', 'PUBLISHED', 'PAUSED', 'CLOSED'] as const;
export type LotState = (typeof LOT_STATES)[number];
export type CloseReason = 'SOLD' | 'EXPIRED' | 'WITHDRAWN' | 'SPOILED' | 'MERGED';

/** Why a household takes a lot back. Only force majeure can be excused, and only by an office. */
export type WithdrawCause = 'FORCE_MAJEURE' | 'SPOILED' | 'SOLD_ELSEWHERE' | 'MISTAKE' | 'OTHER';

/**
 * A lot's life. Only a published lot can be reserved; a closed one opens again only when its
 * household undoes what somebody else did to it.
 */
const LOT_STEPS = {
  DRAFT: { publish: 'PUBLISHED', close: 'CLOSED' },
  PUBLISHED: { pause: 'PAUSED', close: 'CLOSED' },
  PAUSED: { resume: 'PUBLISHED', close: 'CLOSED' },
  CLOSED: {},
} as const satisfies Record<LotState, Partial<Record<string, LotState>>>;

export type LotStep = 'publish' | 'pause' | 'resume' | 'close';

export function afterStep(
  state: LotState,
  step: LotStep,
): LotState | Refusal<'LOT_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<LotStep, LotState>> = LOT_STEPS[state];
  return steps[step] ?? refuse('LOT_STEP_NOT_ALLOWED', { state, step });
}
