import { refuse, type Refusal } from '../../kernel/refusal.js';

/**
 * The life of a deposit from the payer's first word on. APPLIED: counted towards the goods; REFUNDED: goes back to the
 * payer; FORFEITED: stays with the payee, unless nobody is found to be at fault after all. The platform holds no money:
 * these are the words of the two sides and of the deal.
 */
const DEPOSIT_STEPS = {
  DECLARED: { confirm: 'CONFIRMED' },
  CONFIRMED: { apply: 'APPLIED', refund: 'REFUNDED', forfeit: 'FORFEITED' },
  APPLIED: {},
  REFUNDED: {},
  FORFEITED: { refund: 'REFUNDED' },
} as const satisfies Record<string, Record<string, string>>;

export type DepositState = keyof typeof DEPOSIT_STEPS;
export type DepositStep = 'confirm' | 'apply' | 'refund' | 'forfeit';

export function afterDepositStep(
  state: DepositState,
  step: DepositStep,
): DepositState | Refusal<'DEPOSIT_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<DepositStep, DepositState>> = DEPOSIT_STEPS[state];
  return steps[step] ?? refuse('DEPOSIT_STEP_NOT_ALLOWED', { state, step });
}
