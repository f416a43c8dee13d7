import { refuse, type Refusal } from '../../kernel/refusal.js';

/**
 * The life of a party. A household is ACTIVE from the first; a trader or transporter is looked at first. Suspension stops
 * new acts and lets open deals be weighed and paid.
 */
const PARTY_STEPS = {
  DRAFT: { submit: 'PENDING_APPROVAL' },
  PENDING_APPROVAL: { approve: 'ACTIVE', reject: 'DRAFT' },
  ACTIVE: { suspend: 'SUSPENDED' },
  SUSPENDED: { reinstate: 'ACTIVE' },
  CLOSED: {},
} as const satisfies Record<string, Record<string, string>>;

export type PartyState = keyof typeof PARTY_STEPS;
export type PartyStep = 'submit' | 'approve' | 'reject' | 'suspend' | 'reinstate';

export function afterStep(
  state: PartyState,
  step: PartyStep,
): PartyState | Refusal<'PARTY_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<PartyStep, PartyState>> = PARTY_STEPS[state];
  return steps[step] ?? refuse('PARTY_STEP_NOT_ALLOWED', { state, step });
}

/** Steps that are told with a reason to whoever they befall. */
export const needsReason = (step: PartyStep): boolean => step === 'reject' || step === 'suspend';
