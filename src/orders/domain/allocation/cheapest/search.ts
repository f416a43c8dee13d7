import { boundBelow } from './bound.js';
import { Filling } from './filling.js';
import type { Amounts, Purchase } from './problem.js';

// Offers looked at before the search stops. Not seconds: the same order gives the same plan on every machine. In a large
// market many choices are nearly as good as the best, so that each further lot is worth less effort.
const effortFor = (offers: number): number =>
  150_000 + 4_000 * Math.min(offers, 500) + 400 * Math.max(0, offers - 500);
// Closed points worth trying, best first; beyond this a swap was never seen to help.
const TRIED_POINTS = 40;
const NOISE = 1e-6;
/** Nearer to the bound than this, an order of 150 million đồng is neither searched nor proven further for 15,000. */
export const ENOUGH = 1e-4;
// Beyond so many offers a thousandth is near enough: the last of it costs seconds.
const LARGE = 500;
const ENOUGH_OF_MANY = 1e-3;

/**
 * Local search over which pickup points to open and which lots to bar; `Filling` turns such a choice into
 * amounts. Starts from the points with the lowest average landed price, then adds, drops and swaps until
 * nothing helps, then shakes a few points loose and tries again until it is near the bound or the effort is spent.
 */
export function searchCheapest(purchase: Purchase): Amounts {
  return new Search(purchase).run();
}

class Search {
  readonly #purchase: Purchase;
  readonly #filling: Filling;
  readonly #offersOf: readonly (readonly number[])[];
  /** Per point, the grams of each grade that lie there. */
  readonly #offeredAt: readonly (readonly number[])[];
  readonly #mostEffort: number;
  #open: Uint8Array;
  #barred: Uint8Array;
  /** A large market is searched no further from here; the others first settle on what no single change betters. */
  #enough = 0;
  #cost = Infinity;
  #amounts: Amounts = [];
  #random = 20_210_821;

  constructor(purchase: Purchase) {
    this.#purchase = purchase;
    this.#filling = new Filling(purchase);
    this.#mostEffort = effortFor(purchase.offers.length);
    this.#open = new Uint8Array(purchase.comingVnd.length);
    this.#barred = new Uint8Array(purchase.offers.length);
    const offersOf: number[][] = purchase.comingVnd.map(() => []);
    purchase.offers.forEach((offer, i) => offersOf[offer.point]!.push(i));
    for (const offers of offersOf) {
      offers.sort((a, b) => this.#wholePrice(a) - this.#wholePrice(b) || a - b);
    }
    this.#offersOf = offersOf;
    this.#offeredAt = offersOf.map((offers) => {
      const grams = purchase.wanted.map(() => 0);
      for (const i of offers) grams[purchase.offers[i]!.grade]! += purchase.offers[i]!.most;
      return grams;
    });
  }

  run(): Amounts {
    this.#openByAveragePrice();
    this.#settle(this.#evaluate());
    const isLarge = this.#purchase.offers.length > LARGE;
    if (isLarge) this.#enough = this.#bound() * (1 + ENOUGH_OF_MANY);
    this.#descend();
    let best = { cost: this.#cost, amounts: this.#amounts };
    const enough = this.#bound() * (1 + (isLarge ? ENOUGH_OF_MANY : ENOUGH));
    let kept = { open: this.#open.slice(), barred: this.#barred.slice(), cost: this.#cost };
    while (best.cost > enough && !this.#isSpent() && best.amounts.some((grams) => grams > 0)) {
      this.#shake();
      this.#descend();
      if (this.#cost < best.cost - NOISE) best = { cost: this.#cost, amounts: this.#amounts };
      if (this.#cost <= kept.cost + NOISE) {
        kept = { open: this.#open.slice(), barred: this.#barred.slice(), cost: this.#cost };
      } else {
        this.#open = kept.open.slice();
        this.#barred = kept.barred.slice();
        this.#settle(this.#evaluate());
      }
    }
    return best.amounts;
  }

  #bound(): number {
    return boundBelow(this.#purchase, this.#cost).boundVnd;
  }

  #isSpent(): boolean {
    return this.#filling.effort >= this.#mostEffort;
  }

  #evaluate(): number {
    this.#filling.effort += 1;
    return this.#filling.cost(this.#open, this.#barred);
  }

  /** Takes the last evaluated choice as the current one; points nothing is taken from are closed again. */
  #settle(cost: number): void {
    this.#cost = cost;
    this.#amounts = this.#filling.amounts();
    this.#open.fill(0);
    this.#amounts.forEach((grams, i) => {
      if (grams > 0) this.#open[this.#purchase.offers[i]!.point] = 1;
    });
  }

  #descend(): void {
    while (
      !this.#isSpent() &&
      this.#cost > this.#enough &&
      (this.#flipPoints(this.#openPoints()) ||
        this.#addPoint() ||
        this.#swapPoints() ||
        this.#barLots())
    );
  }

  /**
   * While a point could be emptied it costs what it cost at first; it is reckoned anew only once less is missing than it has.
   * Its offers count as looked at either way: what is remembered must not change how far a plan is searched.
   */
  #openByAveragePrice(): void {
    const all = this.#purchase.wanted.map(() => Infinity);
    const emptied = this.#offersOf.map((_, point) => this.#averagePrice(point, all).price);
    let missing: readonly number[] = this.#purchase.wanted;
    for (let count = 0; count < this.#purchase.mostPoints; count++) {
      let best = { point: -1, price: Infinity };
      for (let point = 0; point < this.#open.length; point++) {
        if (this.#open[point] === 1) continue;
        this.#filling.effort += this.#offersOf[point]!.length;
        const price = this.#isAllMissing(point, missing)
          ? emptied[point]!
          : this.#averagePrice(point, missing).price;
        if (price < best.price) best = { point, price };
      }
      if (best.point < 0) return;
      this.#open[best.point] = 1;
      missing = this.#averagePrice(best.point, missing).left;
    }
  }

  #isAllMissing(point: number, missing: readonly number[]): boolean {
    const offered = this.#offeredAt[point]!;
    return offered.every((grams, grade) => grams <= missing[grade]!);
  }

  /** Lowest average landed price over the point's cheapest lots, and what would then still be missing. */
  #averagePrice(point: number, missing: readonly number[]): { price: number; left: number[] } {
    const left = [...missing];
    let price = Infinity;
    let cost = this.#purchase.comingVnd[point]!;
    let grams = 0;
    for (const i of this.#offersOf[point]!) {
      const { grade, most, least, vndPerGram } = this.#purchase.offers[i]!;
      const taken = Math.min(most, left[grade]!);
      if (taken < least) continue;
      const next = (cost + taken * vndPerGram + this.#purchase.lineVnd) / (grams + taken);
      if (next > price) continue;
      price = next;
      cost += taken * vndPerGram + this.#purchase.lineVnd;
      grams += taken;
      left[grade]! -= taken;
    }
    return { price, left };
  }

  #openPoints(): number[] {
    const points: number[] = [];
    this.#open.forEach((isOpen, point) => isOpen === 1 && points.push(point));
    return points;
  }

  /** Closed points by what they would bring at today's marginal price, best first. */
  #promising(): number[] {
    const { offers, lineVnd, comingVnd, missingVndPerGram, wanted } = this.#purchase;
    const margin = wanted.map(() => 0);
    const filled = wanted.map(() => 0);
    offers.forEach((offer, i) => {
      if ((this.#amounts[i] ?? 0) === 0) return;
      filled[offer.grade]! += this.#amounts[i]!;
      margin[offer.grade] = Math.max(margin[offer.grade]!, this.#wholePrice(i));
    });
    wanted.forEach((grams, grade) => {
      if (filled[grade]! < grams) margin[grade] = missingVndPerGram;
    });
    const worth = comingVnd.map((vnd) => -vnd);
    offers.forEach((offer) => {
      const gain = (margin[offer.grade]! - offer.vndPerGram) * offer.most - lineVnd;
      if (gain > 0) worth[offer.point]! += gain;
    });
    this.#filling.effort += offers.length;
    return comingVnd
      .map((_, point) => point)
      .filter((point) => this.#open[point] === 0)
      .toSorted((a, b) => worth[b]! - worth[a]! || a - b)
      .slice(0, TRIED_POINTS);
  }

  #flipPoints(points: readonly number[]): boolean {
    for (const point of points) {
      this.#open[point] = 1 - this.#open[point]!;
      const cost = this.#evaluate();
      if (cost < this.#cost - NOISE) {
        this.#settle(cost);
        return true;
      }
      this.#open[point] = 1 - this.#open[point]!;
    }
    return false;
  }

  #addPoint(): boolean {
    const isFull = this.#openPoints().length >= this.#purchase.mostPoints;
    return !isFull && this.#flipPoints(this.#promising());
  }

  #swapPoints(): boolean {
    const promising = this.#promising();
    for (const closing of this.#openPoints()) {
      this.#open[closing] = 0;
      if (this.#flipPoints(promising)) return true;
      this.#open[closing] = 1;
      if (this.#isSpent()) return false;
    }
    return false;
  }

  #barLots(): boolean {
    for (let i = 0; i < this.#barred.length; i++) {
      const isWorthTrying = this.#amounts[i]! > 0 || this.#barred[i] === 1;
      if (!isWorthTrying) continue;
      this.#barred[i] = 1 - this.#barred[i]!;
      const cost = this.#evaluate();
      if (cost < this.#cost - NOISE) {
        this.#settle(cost);
        return true;
      }
      this.#barred[i] = 1 - this.#barred[i]!;
    }
    return false;
  }

  #shake(): void {
    const open = this.#openPoints();
    for (let times = 1 + this.#below(3); times > 0 && open.length > 0; times--) {
      const [closing] = open.splice(this.#below(open.length), 1);
      this.#open[closing!] = 0;
    }
    const promising = this.#promising();
    for (
      let times = this.#below(3);
      times > 0 && promising.length > 0 && this.#openPoints().length < this.#purchase.mostPoints;
      times--
    ) {
      const [opening] = promising.splice(this.#below(promising.length), 1);
      this.#open[opening!] = 1;
    }
    if (this.#below(2) === 0) this.#barred.fill(0);
    this.#settle(this.#evaluate());
  }

  #wholePrice(i: number): number {
    const { vndPerGram, most } = this.#purchase.offers[i]!;
    return vndPerGram + this.#purchase.lineVnd / most;
  }

  /** A repeatable throw of dice: 0 … below − 1, by a linear congruential generator modulo 2³¹ − 1. */
  #below(limit: number): number {
    this.#random = (this.#random * 48_271) % 2_147_483_647;
    return this.#random % limit;
  }
}
