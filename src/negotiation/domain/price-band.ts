import { priceOf, vnd, type BasisPoints, type Grams, type Vnd } from '../../kernel/units.js';

/** Both sides agreed that a market which moves too far between deal and pickup is borne together. */
export interface PriceBand {
  /** How far the reference may move before the clause speaks. */
  readonly moveBp: BasisPoints;
  /** The part of the difference the buyer bears; the seller bears the rest. */
  readonly buyerShareBp: BasisPoints;
}

export interface BandResult {
  readonly referenceThenVnd: Vnd;
  readonly referenceNowVnd: Vnd;
  /** Signed: -2500 is a fall by a quarter. */
  readonly movedBp: number;
  readonly isOutside: boolean;
  /** What a kilogram costs more (or less, when negative) than agreed; 0 inside the band. */
  readonly adjustmentVndPerKg: number;
}

const WHOLE_BP = 10_000;

/**
 * The price-band clause (NG-09). When the reference price left the band, the whole difference is shared: a rise costs
 * the buyer her share of it more, a fall costs the seller his share of it.
 */
export function bandResult(band: PriceBand, then: Vnd, now: Vnd): BandResult {
  const difference = now - then;
  const movedBp = Math.round((difference * WHOLE_BP) / then);
  const isOutside = Math.abs(difference) * WHOLE_BP > band.moveBp * then;
  const shareBp = difference > 0 ? band.buyerShareBp : WHOLE_BP - band.buyerShareBp;
  return {
    referenceThenVnd: vnd(then),
    referenceNowVnd: vnd(now),
    movedBp,
    isOutside,
    adjustmentVndPerKg: isOutside ? Math.round((difference * shareBp) / WHOLE_BP) : 0,
  };
}

/**
 * What the clause adds to a line of a ticket, or takes off it when negative; never more than the line itself is worth.
 *
 * @param weight what is paid for
 * @param goodsVnd what the line comes to at the agreed price
 */
export function bandAmount(result: BandResult, weight: Grams, goodsVnd: Vnd): Vnd {
  const perKg = result.adjustmentVndPerKg;
  const amount = priceOf(weight, vnd(Math.abs(perKg)));
  return vnd(perKg < 0 ? -Math.min(amount, goodsVnd) : amount);
}
