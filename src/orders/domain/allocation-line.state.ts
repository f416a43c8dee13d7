import { refuse, type Refusal } from '../../kernel/refusal.js';

/** The life of one line: one household asked for some kilograms of one grade of one lot. */
export const LINE_STEPS = {
  OFFERED: { accept: 'ACCEPTED', decline: 'DECLINED', expire: 'EXPIRED', release: 'RELEASED' },
  // A yes that somebody else said for the household, and that it undid, was none: it said no.
  ACCEPTED: { commit: 'COMMITTED', release: 'RELEASED', undo: 'DECLINED' },
  COMMITTED: { weigh: 'WEIGHED', release: 'RELEASED' },
  DECLINED: {},
  EXPIRED: {},
  WEIGHED: {},
  RELEASED: {},
} as const satisfies Record<string, Record<string, string>>;

export type AllocationLineState = keyof typeof LINE_STEPS;
export type AllocationLineStep =
  'accept' | 'decline' | 'expire' | 'release' | 'commit' | 'weigh' | 'undo';

export function afterLineStep(
  state: AllocationLineState,
  step: AllocationLineStep,
): AllocationLineState | Refusal<'LINE_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<AllocationLineStep, AllocationLineState>> = LINE_STEPS[state];
  return steps[step] ?? refuse('LINE_STEP_NOT_ALLOWED', { state, step });
}

/** What the line is at this moment: an offer nobody answered is expired from its minute on, job or no job. */
export const lineStateAt = (
  line: { readonly state: AllocationLineState; readonly expiresAt: Date },
  now: Date,
): AllocationLineState =>
  line.state === 'OFFERED' && line.expiresAt <= now ? 'EXPIRED' : line.state;
