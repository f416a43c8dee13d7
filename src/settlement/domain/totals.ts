import { vnd, type Vnd } from '../../kernel/units.js';
import type { PayableState } from './payable.state.js';

/** The money of several payables: `total = paid + owed`, and what is confirmed is part of what is paid. */
export interface Totals {
  readonly totalVnd: Vnd;
  /** By the payer's word, whether or not the payee has answered. */
  readonly paidVnd: Vnd;
  /** By the payee's word. */
  readonly confirmedVnd: Vnd;
  readonly owedVnd: Vnd;
}

export function totalsOf(
  payables: readonly { readonly state: PayableState; readonly amountVnd: number }[],
): Totals {
  const sumOf = (...states: readonly PayableState[]): Vnd =>
    vnd(
      payables
        .filter((payable) => states.includes(payable.state))
        .reduce((sum, payable) => sum + payable.amountVnd, 0),
    );
  return {
    totalVnd: sumOf('DUE', 'CONTESTED', 'DECLARED_PAID', 'CONFIRMED'),
    paidVnd: sumOf('DECLARED_PAID', 'CONFIRMED'),
    confirmedVnd: sumOf('CONFIRMED'),
    owedVnd: sumOf('DUE', 'CONTESTED'),
  };
}
