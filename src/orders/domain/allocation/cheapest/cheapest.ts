import { balance } from './balance.js';
import { costOf, type Amounts, type Purchase } from './problem.js';
import { searchCheapest } from './search.js';

// 2¹⁰ sets of offers are tried one by one in a few milliseconds; more are searched.
const EXACT_UP_TO = 10;

/** Grams per offer at the lowest cost found: proven for a handful of offers, searched for more. */
export function cheapestAmounts(purchase: Purchase): Amounts {
  return isTriedWhole(purchase) ? everySet(purchase) : searchCheapest(purchase);
}

/** Every set of offers is tried, so that the cheapest found is the cheapest there is. */
export const isTriedWhole = (purchase: Purchase): boolean => purchase.offers.length <= EXACT_UP_TO;

function everySet(purchase: Purchase): Amounts {
  const { offers } = purchase;
  let best: Amounts = offers.map(() => 0);
  let bestCost = costOf(purchase, best);
  for (let set = 1; set < 1 << offers.length; set++) {
    const used = offers.flatMap((_offer, i) => ((set >> i) & 1 ? [i] : []));
    const amounts = balance(purchase, used);
    if (amounts === undefined) continue;
    const cost = costOf(purchase, amounts);
    if (cost < bestCost - 1e-6) [best, bestCost] = [amounts, cost];
  }
  return best;
}
