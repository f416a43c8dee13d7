import type { Amounts, Purchase } from './problem.js';

/**
 * Fills the order from a chosen set of offers, cheapest first, and says what that costs. The search tries
 * thousands of sets, so the numbers live in flat arrays and one filling allocates nothing.
 *
 * The last lot is the hard one: when what is still missing is below a lot's minimum, the lot may be taken at
 * its minimum with the excess shaved off dearer lots already chosen, or left as overrun inside the tolerance.
 */
export class Filling {
  /** Offers looked at so far: the search's measure of effort, the same on every machine. */
  effort = 0;

  readonly #purchase: Purchase;
  readonly #byPrice: readonly Int32Array[];
  readonly #point: Int32Array;
  readonly #household: Int32Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  readonly #price: Float64Array;
  readonly #amount: Float64Array;
  readonly #chosen: Int32Array;
  readonly #room: Float64Array;
  readonly #isCapped: boolean;
  readonly #pointStamp: Int32Array;
  #stamp = 0;
  #chosenCount = 0;

  constructor(purchase: Purchase) {
    const { offers } = purchase;
    this.#purchase = purchase;
    this.#point = Int32Array.from(offers, (offer) => offer.point);
    this.#household = Int32Array.from(offers, (offer) => offer.household);
    this.#least = Float64Array.from(offers, (offer) => offer.least);
    this.#most = Float64Array.from(offers, (offer) => offer.most);
    this.#price = Float64Array.from(offers, (offer) => offer.vndPerGram);
    this.#amount = new Float64Array(offers.length);
    this.#chosen = new Int32Array(offers.length);
    this.#room = new Float64Array(purchase.households);
    this.#isCapped = Number.isFinite(purchase.householdCap);
    this.#pointStamp = new Int32Array(purchase.comingVnd.length);
    const wholePrice = offers.map((offer) => offer.vndPerGram + purchase.lineVnd / offer.most);
    this.#byPrice = purchase.wanted.map((_, grade) =>
      Int32Array.from(
        offers
          .map((_offer, i) => i)
          .filter((i) => offers[i]!.grade === grade)
          .toSorted((a, b) => wholePrice[a]! - wholePrice[b]! || a - b),
      ),
    );
  }

  /**
   * Cost of filling from the offers whose point is open (1) and that are not barred (1).
   * The amounts stay readable through `amounts()` until the next call.
   */
  cost(isOpen: Uint8Array, isBarred: Uint8Array): number {
    for (let k = 0; k < this.#chosenCount; k++) this.#amount[this.#chosen[k]!] = 0;
    this.#chosenCount = 0;
    if (this.#isCapped) this.#room.fill(this.#purchase.householdCap);
    let cost = 0;
    for (let grade = 0; grade < this.#byPrice.length; grade++) {
      cost += this.#fillGrade(grade, isOpen, isBarred);
    }
    this.#stamp++;
    for (let k = 0; k < this.#chosenCount; k++) {
      const point = this.#point[this.#chosen[k]!]!;
      if (this.#pointStamp[point] === this.#stamp) continue;
      this.#pointStamp[point] = this.#stamp;
      cost += this.#purchase.comingVnd[point]!;
    }
    return cost;
  }

  amounts(): Amounts {
    return Array.from(this.#amount);
  }

  #fillGrade(grade: number, isOpen: Uint8Array, isBarred: Uint8Array): number {
    const { lineVnd, missingVndPerGram } = this.#purchase;
    const order = this.#byPrice[grade]!;
    const first = this.#chosenCount;
    const overrun = this.#purchase.mostWanted[grade]! - this.#purchase.wanted[grade]!;
    let missing = this.#purchase.wanted[grade]!;
    let cost = 0;
    let ending = { cost: Infinity, chosen: 0, offer: -1, missing: 0 };

    let k = 0;
    for (; k < order.length && missing > 0 && cost < ending.cost; k++) {
      const i = order[k]!;
      if (isOpen[this.#point[i]!] === 0 || isBarred[i] === 1) continue;
      const least = this.#least[i]!;
      const room = this.#roomOf(i);
      if (room < least) continue;
      const grams = Math.min(room, missing);
      if (grams < least) {
        const added = this.#costOfEnding(i, first, least - missing, overrun);
        if (cost + added < ending.cost) {
          ending = { cost: cost + added, chosen: this.#chosenCount, offer: i, missing };
        }
        continue;
      }
      const added = grams * this.#price[i]! + lineVnd;
      if (added >= grams * missingVndPerGram) continue;
      this.#take(i, grams);
      missing -= grams;
      cost += added;
    }
    this.effort += k;

    const plain = cost + missing * missingVndPerGram;
    if (ending.cost >= plain) return plain;
    this.#endWith(ending.offer, ending.chosen, first, ending.missing);
    return ending.cost;
  }

  #roomOf(i: number): number {
    const most = this.#most[i]!;
    return this.#isCapped ? Math.min(most, this.#room[this.#household[i]!]!) : most;
  }

  #take(i: number, grams: number): void {
    this.#amount[i] = grams;
    this.#chosen[this.#chosenCount++] = i;
    if (this.#isCapped) this.#room[this.#household[i]!]! -= grams;
  }

  /** What it adds to take offer `i` at its minimum, `excess` grams more than was missing. */
  #costOfEnding(i: number, first: number, excess: number, overrun: number): number {
    let saved = 0;
    let left = excess;
    for (let k = this.#chosenCount - 1; k >= first && left > 0; k--) {
      const j = this.#chosen[k]!;
      const shaved = Math.min(left, this.#amount[j]! - this.#least[j]!);
      saved += shaved * this.#price[j]!;
      left -= shaved;
    }
    if (left > overrun) return Infinity;
    return this.#least[i]! * this.#price[i]! + this.#purchase.lineVnd - saved;
  }

  #endWith(i: number, chosen: number, first: number, missing: number): void {
    while (this.#chosenCount > chosen) {
      const j = this.#chosen[--this.#chosenCount]!;
      if (this.#isCapped) this.#room[this.#household[j]!]! += this.#amount[j]!;
      this.#amount[j] = 0;
    }
    let left = this.#least[i]! - missing;
    for (let k = chosen - 1; k >= first && left > 0; k--) {
      const j = this.#chosen[k]!;
      const shaved = Math.min(left, this.#amount[j]! - this.#least[j]!);
      this.#amount[j]! -= shaved;
      if (this.#isCapped) this.#room[this.#household[j]!]! += shaved;
      left -= shaved;
    }
    this.#take(i, this.#least[i]!);
  }
}
