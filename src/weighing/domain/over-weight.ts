import { refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, vnd, type BasisPoints, type Grams, type Vnd } from '../../kernel/units.js';

/** What a deal promised, and how far its order lets the scale go above that. */
export interface Promised {
  readonly promised: Grams;
  readonly tolerance: BasisPoints;
}

/**
 * The most a ticket may pay at the deal's prices without asking the buyer (AL-12), upwards to the 0.1 kg a ticket
 * counts in: the promise itself, weighed to the gram, is never too much.
 */
export const mostUnasked = ({ promised, tolerance }: Promised): Grams =>
  grams(Math.ceil((promised * (10_000 + tolerance)) / 1_000_000) * 100);

/** What lies above needs the buyer's yes, which is submitting the ticket itself; without it, it stays with the household. */
export function objectionToOver(
  payable: Grams,
  most: Grams,
  isBuyer: boolean,
): Refusal<'OVER_DEAL'> | undefined {
  if (payable <= most || isBuyer) return undefined;
  return refuse('OVER_DEAL', { payable, most, over: payable - most });
}

/** What a ticket comes to and the most of it nobody is asked about. */
export interface OverSums {
  readonly payable: Grams;
  readonly amountVnd: Vnd;
  readonly most: Grams;
}

/** How much lies above, and its part of the ticket's money at the mean price of its grades; undefined when none does. */
export function overOf({
  payable,
  amountVnd,
  most,
}: OverSums): { readonly over: Grams; readonly costVnd: Vnd } | undefined {
  const over = payable - most;
  if (over <= 0) return undefined;
  return { over: grams(over), costVnd: vnd(Math.round((amountVnd / payable) * over)) };
}
