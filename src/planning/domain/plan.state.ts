import { refuse, type Refusal } from '../../kernel/refusal.js';

/** A plan's life: written, handed in, confirmed by the commune or cooperative, closed after the harvest. */
const PLAN_STEPS = {
  DRAFT: { submit: 'SUBMITTED' },
  SUBMITTED: { submit: 'SUBMITTED', confirm: 'CONFIRMED', giveBack: 'DRAFT' },
  CONFIRMED: { giveBack: 'DRAFT', close: 'CLOSED' },
  CLOSED: {},
} as const satisfies Record<string, Record<string, string>>;

export type PlanState = keyof typeof PLAN_STEPS;
export type PlanStep = 'submit' | 'confirm' | 'giveBack' | 'close';

export function afterPlanStep(
  state: PlanState,
  step: PlanStep,
): PlanState | Refusal<'PLAN_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<PlanStep, PlanState>> = PLAN_STEPS[state];
  return steps[step] ?? refuse('PLAN_STEP_NOT_ALLOWED', { state, step });
}
