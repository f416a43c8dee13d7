import type { PayableState } from './payable.state.js';

const HOURS = 72;

/** The payee was told and has said nothing for three days: that is "no answer", never a yes (PA-09). */
export const isUnanswered = (state: PayableState, declaredAt: Date | null, now: Date): boolean =>
  state === 'DECLARED_PAID' &&
  declaredAt !== null &&
  now.getTime() - declaredAt.getTime() > HOURS * 3_600_000;
