import { type Refusal, refuse } from '../../kernel/refusal.js';
import type { PermitState } from './permit.state.js';

export type ReviewRefusal = 'PERMIT_NOT_FOUND' | 'PERMIT_CLAIMED' | 'PERMIT_STEP_NOT_ALLOWED';

const CLAIM_MS = 15 * 60_000;

/** When a claim made at that time lapses; with −1, which claims have lapsed by that time. */
export const claimEnd = (at: Date, direction: 1 | -1 = 1): Date =>
  new Date(at.getTime() + direction * CLAIM_MS);

/** Why this reviewer may not decide the file now; nothing when she may. */
export function whyNotOpen(
  permit: {
    readonly state: PermitState;
    readonly claimedBy: string | null;
    readonly claimedAt: Date | null;
  },
  reviewerId: string,
  now: Date,
): Refusal<ReviewRefusal> | undefined {
  const { state, claimedBy, claimedAt } = permit;
  if (state !== 'SUBMITTED' && state !== 'NEEDS_INFO') {
    return refuse('PERMIT_STEP_NOT_ALLOWED', { state });
  }
  if (claimedBy === null || claimedAt === null || claimedBy === reviewerId) return undefined;
  const until = claimEnd(claimedAt);
  return until > now ? refuse('PERMIT_CLAIMED', { until: until.toISOString() }) : undefined;
}
