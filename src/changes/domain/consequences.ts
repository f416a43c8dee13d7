import type { Side } from '../../kernel/side.js';
import { shareOf, vnd, type Vnd } from '../../kernel/units.js';
import type { CancelTerms } from '../../orders/index.js';

/** How far the vehicle is when a deal is given up. */
export type Stage = 'BEFORE_DISPATCH' | 'AFTER_DISPATCH' | 'AT_GATE';

/** Money that follows from giving up; everything is zero when nobody is at fault and no deposit was paid. */
export interface Consequences {
  readonly damagesVnd: Vnd;
  /** The part of the damages that the seller keeps of the deposit. */
  readonly fromDepositVnd: Vnd;
  readonly depositReturnedVnd: Vnd;
  /** The part of the damages that is still to be paid by whoever gave up. */
  readonly toPayVnd: Vnd;
  readonly payer: Side | null;
}

/** What is left of them when nobody was at fault after all: the deposit goes back and that is all (OR-06). */
export const excused = <Ended extends Consequences>(ended: Ended): Ended => ({
  ...ended,
  damagesVnd: vnd(0),
  fromDepositVnd: vnd(0),
  depositReturnedVnd: vnd(ended.fromDepositVnd + ended.depositReturnedVnd),
  toPayVnd: vnd(0),
  payer: null,
});

export const stageOf = (ride: {
  readonly isDispatched: boolean;
  readonly isAtGate: boolean;
}): Stage => (ride.isAtGate ? 'AT_GATE' : ride.isDispatched ? 'AFTER_DISPATCH' : 'BEFORE_DISPATCH');

/**
 * The same for both sides (PA-05): damages are the deposit or the agreed share of the goods, whichever is more. A buyer who
 * gives up leaves the deposit to the seller and pays what is above it; a seller returns it and pays the damages on top, so
 * that a deposit alone is returned twice (Civil Code 2015, art. 328).
 *
 * @param fault null: nobody's, the deposit goes back and that is all
 * @param depositVnd what the seller has in hand
 */
export function consequencesOf(
  fault: Side | null,
  stage: Stage,
  deal: { readonly goodsVnd: Vnd; readonly depositVnd: Vnd; readonly terms: CancelTerms },
): Consequences {
  const { goodsVnd, depositVnd, terms } = deal;
  const share = {
    BEFORE_DISPATCH: 0,
    AFTER_DISPATCH: shareOf(goodsVnd, terms.afterDispatchBp),
    AT_GATE: shareOf(goodsVnd, terms.atGateBp),
  }[stage];
  const damages = fault === null ? 0 : Math.max(depositVnd, share);
  const fromDeposit = fault === 'BUYER' ? depositVnd : 0;
  const toPay = damages - fromDeposit;
  return {
    damagesVnd: vnd(damages),
    fromDepositVnd: vnd(fromDeposit),
    depositReturnedVnd: vnd(depositVnd - fromDeposit),
    toPayVnd: vnd(toPay),
    payer: toPay > 0 ? fault : null,
  };
}
