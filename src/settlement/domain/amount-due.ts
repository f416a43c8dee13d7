import { vnd, type Grams, type Vnd } from '../../kernel/units.js';

/** More or less money than kilograms times price, as both sides agreed when they made the deal. */
export interface Supplement {
  readonly kind: 'PRICE_BAND';
  readonly gradeCode: string;
  readonly grams: Grams;
  /** Signed: below zero, the payer pays less. */
  readonly vndPerKg: number;
  readonly amountVnd: Vnd;
}

/** `due + taken = goods + supplements` and `taken + left = deposit`. */
interface AmountDue {
  readonly dueVnd: Vnd;
  /** What is taken off for the deposit. */
  readonly takenVnd: Vnd;
  /** The deposit was more than the goods: this goes back. */
  readonly leftVnd: Vnd;
}

/**
 * What one ticket owes (PA-07).
 *
 * @param goodsVnd the amount of the ticket
 * @param depositVnd what the payee has in hand
 * @throws RangeError when the supplements take off more than the goods are worth
 */
export function amountDue(
  goodsVnd: Vnd,
  supplements: readonly Supplement[],
  depositVnd: Vnd,
): AmountDue {
  const owed = supplements.reduce((sum, { amountVnd }) => sum + amountVnd, goodsVnd as number);
  if (owed < 0) throw new RangeError(`goods of ${goodsVnd} đồng cannot owe ${owed}`);
  const taken = Math.min(owed, depositVnd);
  return { dueVnd: vnd(owed - taken), takenVnd: vnd(taken), leftVnd: vnd(depositVnd - taken) };
}
