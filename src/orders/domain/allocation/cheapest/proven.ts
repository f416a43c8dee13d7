import { balance } from './balance.js';
import { boundBelow } from './bound.js';
import { cheapestAmounts, isTriedWhole } from './cheapest.js';
import { mipOf, usedIn, type MixedIntegerProgram } from './mip.js';
import { ENOUGH } from './search.js';
import { costOf, type Solved, type Purchase } from './problem.js';

/** Solves a program; `bound` is what no answer undercuts, in the program's money. Undefined when it gave up early. */
export type MipSolver = (
  program: MixedIntegerProgram,
) => Promise<{ readonly values: readonly number[]; readonly bound: number } | undefined>;

// A core of whole lots larger than this is not solved within a second; the search and its bound stand.
const LARGEST_CORE = 400;
// A core this small is solved to the last đồng in an instant; for a larger one a gap this small is not worth the wait.
const SMALL_CORE = 100;
const NEAR = 1e-3;

/**
 * The cheapest amounts, with proof as far as it was found: local search finds them, the bound says how good they are
 * and which offers could still matter, and a mixed-integer program over those closes what gap is left.
 */
export async function provenCheapest(purchase: Purchase, solve: MipSolver): Promise<Solved> {
  let amounts = cheapestAmounts(purchase);
  let cost = costOf(purchase, amounts);
  if (isTriedWhole(purchase)) return { amounts, boundVnd: cost };

  const { boundVnd, core } = boundBelow(purchase, cost);
  const isNear = cost - boundVnd <= (core.length > SMALL_CORE ? NEAR : ENOUGH) * cost;
  if (isNear || core.length > LARGEST_CORE) return { amounts, boundVnd };
  if (core.length === 0) return { amounts, boundVnd: cost };

  const answer = await solve(mipOf(purchase, core, amounts));
  if (answer === undefined) return { amounts, boundVnd };
  // Whoever uses an offer outside the core pays at least what was known before.
  const proven = Math.max(boundVnd, Math.min(cost, answer.bound * 1000));
  const better = balance(purchase, usedIn(answer.values, core));
  if (better !== undefined && costOf(purchase, better) < cost) {
    amounts = better;
    cost = costOf(purchase, amounts);
  }
  return { amounts, boundVnd: Math.min(cost, proven) };
}
