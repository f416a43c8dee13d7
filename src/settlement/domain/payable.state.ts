import { refuse, type Refusal } from '../../kernel/refusal.js';

/**
 * The life of a sum owed for one confirmed ticket. The payer's word makes it DECLARED_PAID, only the payee's
 * own yes makes it CONFIRMED; silence never does (PA-09). What a deposit the payee said yes to covers wholly is CONFIRMED too. "Overdue" is read off the due day, not a state.
 */
export const PAYABLE_STEPS = {
  DUE: { declare: 'DECLARED_PAID', cover: 'CONFIRMED' },
  DECLARED_PAID: { confirm: 'CONFIRMED', contest: 'CONTESTED', bounce: 'DUE' },
  CONTESTED: { declare: 'DECLARED_PAID', confirm: 'CONFIRMED', uphold: 'DUE' },
  CONFIRMED: {},
} as const satisfies Record<string, Record<string, string>>;

export type PayableState = keyof typeof PAYABLE_STEPS;
export type PayableStep = 'declare' | 'confirm' | 'contest' | 'bounce' | 'uphold' | 'cover';

export function afterStep(
  state: PayableState,
  step: PayableStep,
): PayableState | Refusal<'PAYABLE_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<PayableStep, PayableState>> = PAYABLE_STEPS[state];
  return steps[step] ?? refuse('PAYABLE_STEP_NOT_ALLOWED', { state, step });
}
