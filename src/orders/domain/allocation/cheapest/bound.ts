import type { Purchase } from './problem.js';

/** What no amounts can undercut, and the offers that may still be part of something cheaper than what is known. */
export interface Bound {
  readonly boundVnd: number;
  /** Positions of offers, ascending. */
  readonly core: readonly number[];
}

const BISECTIONS = 40;
const STEPS = 120;

/**
 * A lower bound by Lagrangian relaxation: what is wanted of each grade is paid for at a price per gram instead of
 * demanded, and then every point decides for itself. The prices that make the bound best are found by bisection, grade
 * by grade, and by subgradient steps. With the best prices this is as sharp as the linear relaxation in which no lot is
 * used more than its point, and costs one look at each offer instead of a linear program.
 *
 * An offer whose use would raise the bound above `knownVnd` belongs to no cheaper answer and is left out of the core.
 * Household caps are not part of it: without them nothing gets dearer, so the bound holds.
 */
export function boundBelow(purchase: Purchase, knownVnd: number): Bound {
  const relaxed = new Relaxed(purchase);
  const prices = purchase.wanted.map(() => 0);
  for (let grade = 0; grade < prices.length; grade++) relaxed.bisect(prices, grade);

  let best = relaxed.value(prices);
  let bestPrices = [...prices];
  let reach = 1;
  for (let step = 0, since = 0; step < STEPS && knownVnd > best; step++) {
    const slope = relaxed.slope();
    const steep = slope.reduce((sum, one) => sum + one * one, 0);
    if (steep === 0) break;
    const length = (reach * (knownVnd - relaxed.last)) / steep;
    prices.forEach((price, grade) => {
      prices[grade] = Math.min(purchase.missingVndPerGram, price + length * slope[grade]!);
    });
    const value = relaxed.value(prices);
    since = value > best ? 0 : since + 1;
    if (value > best) [best, bestPrices] = [value, [...prices]];
    if (since === 8) {
      reach /= 2;
      since = 0;
      prices.splice(0, prices.length, ...bestPrices);
      relaxed.value(prices);
    }
  }
  relaxed.value(bestPrices);
  return { boundVnd: Math.max(0, best), core: relaxed.worthTrying(knownVnd) };
}

/** The relaxed purchase at given prices; the flat arrays are written anew by every evaluation. */
class Relaxed {
  last = 0;

  readonly #purchase: Purchase;
  /** Đồng it adds to use an offer, its point apart. */
  readonly #use: Float64Array;
  /** Đồng it adds to open a point with all its offers that pay. */
  readonly #open: Float64Array;
  readonly #prices: Float64Array;
  #threshold = 0;

  constructor(purchase: Purchase) {
    this.#purchase = purchase;
    this.#use = new Float64Array(purchase.offers.length);
    this.#open = new Float64Array(purchase.comingVnd.length);
    this.#prices = new Float64Array(purchase.wanted.length);
  }

  value(prices: readonly number[]): number {
    const { offers, comingVnd, lineVnd, wanted, mostWanted, mostPoints } = this.#purchase;
    this.#prices.set(prices);
    this.#open.set(comingVnd);
    offers.forEach((offer, i) => {
      const gain = offer.vndPerGram - prices[offer.grade]!;
      const use = gain * (gain < 0 ? offer.most : offer.least) + lineVnd;
      this.#use[i] = use;
      if (use < 0) this.#open[offer.point]! += use;
    });
    const paying = Array.from(this.#open.filter((vnd) => vnd < 0)).toSorted((a, b) => a - b);
    this.#threshold = paying.length >= mostPoints ? (paying[mostPoints - 1] ?? 0) : 0;
    this.last = paying.slice(0, mostPoints).reduce((sum, vnd) => sum + vnd, 0);
    prices.forEach((price, grade) => {
      this.last += price * (price < 0 ? mostWanted[grade]! : wanted[grade]!);
    });
    return this.last;
  }

  /** By how many grams each grade is short at the prices last asked about: where the bound rises. */
  slope(): number[] {
    const { offers, wanted, mostWanted } = this.#purchase;
    const short = wanted.map((grams, grade) =>
      this.#prices[grade]! < 0 ? mostWanted[grade]! : grams,
    );
    offers.forEach((offer, i) => {
      if (this.#use[i]! < 0 && this.#isOpen(offer.point)) short[offer.grade]! -= offer.most;
    });
    return short;
  }

  /** Sets one grade's price where the bound is highest, the others standing. */
  bisect(prices: number[], grade: number): void {
    const { missingVndPerGram, offers } = this.#purchase;
    const dearest = offers.reduce((most, offer) => Math.max(most, offer.vndPerGram), 1);
    let [low, high] = [-dearest, missingVndPerGram];
    for (let n = 0; n < BISECTIONS; n++) {
      prices[grade] = (low + high) / 2;
      this.value(prices);
      if (this.slope()[grade]! > 0) low = prices[grade];
      else high = prices[grade];
    }
  }

  worthTrying(knownVnd: number): number[] {
    return this.#purchase.offers.flatMap(({ point }, i) => {
      const opening = Math.max(0, this.#open[point]! - this.#threshold);
      const using = Math.max(0, this.#use[i]!);
      return this.last + opening + using < knownVnd ? [i] : [];
    });
  }

  #isOpen(point: number): boolean {
    return this.#open[point]! < 0 && this.#open[point]! <= this.#threshold;
  }
}
