import { dayOf, plusDays, type Day } from '../../kernel/day.js';
import type { PayableState } from './payable.state.js';

/** The last day to pay in: the deal's days counted from the day the ticket was confirmed; 0 is that same day. */
export const dueDay = (confirmedAt: Date, paymentDays: number): Day =>
  plusDays(dayOf(confirmedAt), paymentDays);

/** Still owed after its day. A contested sum does not run late, nor one the payer says is paid. */
export const isOverdue = (state: PayableState, dueOn: Day, today: Day): boolean =>
  state === 'DUE' && today > dueOn;
