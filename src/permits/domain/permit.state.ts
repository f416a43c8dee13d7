import { type Refusal, refuse } from '../../kernel/refusal.js';

/**
 * The life of a permit. The rules are checked by machine inside `submit`, so a permit that meets them all goes
 * from SUBMITTED to ISSUED in the same transaction; the others wait there for a person.
 */
export const PERMIT_STEPS = {
  DRAFT: { submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  SUBMITTED: {
    askForMore: 'NEEDS_INFO',
    issue: 'ISSUED',
    reject: 'REJECTED',
    withdraw: 'WITHDRAWN',
  },
  NEEDS_INFO: { submit: 'SUBMITTED', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
  ISSUED: {
    expire: 'EXPIRED',
    revoke: 'REVOKED',
    supersede: 'SUPERSEDED',
    withdraw: 'WITHDRAWN',
  },
  EXPIRED: {},
  REJECTED: {},
  REVOKED: {},
  SUPERSEDED: {},
  WITHDRAWN: {},
} as const satisfies Record<string, Record<string, string>>;

export type PermitState = keyof typeof PERMIT_STEPS;

export type PermitStep = { [S in PermitState]: keyof (typeof PERMIT_STEPS)[S] }[PermitState];

export function afterStep(
  state: PermitState,
  step: PermitStep,
): PermitState | Refusal<'PERMIT_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<PermitStep, PermitState>> = PERMIT_STEPS[state];
  return steps[step] ?? refuse('PERMIT_STEP_NOT_ALLOWED', { state, step });
}

/** An issued permit expires by the clock alone: nobody has to write it down for it to be so. */
export const stateAt = (
  permit: { readonly state: PermitState; readonly validTo: Date },
  at: Date,
): PermitState => (permit.state === 'ISSUED' && at >= permit.validTo ? 'EXPIRED' : permit.state);
