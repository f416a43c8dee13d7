import { refuse, type Refusal } from '../../kernel/refusal.js';

/**
 * The life of a weigh ticket. Once both sides have confirmed it, it is a document and never changes; before
 * that a dispute ends in a new weighing or in a yes, and a ticket may be made void.
 */
export const TICKET_STEPS = {
  OPEN: { submit: 'SUBMITTED', void: 'VOID' },
  SUBMITTED: { confirm: 'CONFIRMED', dispute: 'DISPUTED', void: 'VOID' },
  DISPUTED: { reopen: 'OPEN', confirm: 'CONFIRMED', void: 'VOID' },
  CONFIRMED: {},
  VOID: {},
} as const satisfies Record<string, Record<string, string>>;

export type TicketState = keyof typeof TICKET_STEPS;
export type TicketStep = 'submit' | 'confirm' | 'dispute' | 'reopen' | 'void';

export function afterStep(
  state: TicketState,
  step: TicketStep,
): TicketState | Refusal<'TICKET_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<TicketStep, TicketState>> = TICKET_STEPS[state];
  return steps[step] ?? refuse('TICKET_STEP_NOT_ALLOWED', { state, step });
}
