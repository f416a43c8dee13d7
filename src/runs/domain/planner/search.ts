import type { SearchBudget } from '../haul.js';
import type { HaulModel } from './model.js';
import { recreate } from './recreate.js';
import { metresOf } from './route.js';
import { ruin } from './ruin.js';
import { Solution } from './solution.js';

// The first temperature as a part of what one stop costs on average, and how far it falls. Tried on public
// instances of 34 to 200 stops at 3,000 to 100,000 iterations; a tenth of it or three times as much was worse.
const HOT = 0.4;
const COOLING = 0.01;
// How often a whole route tries another vehicle before the stops taken out are put back.
const TRIES_VEHICLE = 0.2;

// Far above any route's cost: fetching one more household always comes before saving đồng, and of two
// households left behind the one with less fruit.
const LEFT_BEHIND_VND = 1e9;

/**
 * Slack induction by string removals: take strings of stops out, put them back greedily, and keep the new plan
 * if it is better, or by a chance that falls as the search cools down. The same seed gives the same plan.
 *
 * On its way the search counts a stop left behind as four of the dearest trips, so that it may leave another one
 * for a while; the plan it gives back is the best with a stop left behind counted above all money.
 */
export function search(model: HaulModel, { iterations, seed }: SearchBudget): Solution {
  const random = diceOf(seed);
  let current = Solution.empty(model);
  recreate(current, new Set(), random);
  exchangeVehicles(current);
  if (model.stops === 0 || model.types.length === 0) return current;

  const onTheWay = 4 * dearestTripVnd(model);
  let currentCost = costOf(current, onTheWay);
  let best = current;
  let bestCost = costOf(best, LEFT_BEHIND_VND);
  let temperature = (HOT * current.drivenVnd()) / model.stops;
  const cooling = COOLING ** (1 / iterations);
  for (let i = 0; i < iterations; i++) {
    const tried = current.copy();
    ruin(tried, random);
    if (random() < TRIES_VEHICLE) tryOtherVehicle(tried, random);
    recreate(tried, current.left, random);
    exchangeVehicles(tried);
    const cost = costOf(tried, onTheWay);
    if (cost < currentCost - temperature * Math.log(random())) {
      current = tried;
      currentCost = cost;
    }
    const finalCost = costOf(tried, LEFT_BEHIND_VND);
    if (finalCost < bestCost - 1e-6) [best, bestCost] = [tried, finalCost];
    temperature *= cooling;
  }
  return best;
}

const costOf = (solution: Solution, leftBehindVnd: number): number =>
  solution.drivenVnd() + solution.leftBehind() * leftBehindVnd;

function dearestTripVnd(model: HaulModel): number {
  let dearest = 0;
  for (const kind of model.types) {
    for (let stop = 0; stop < model.stops; stop++) {
      const trip = kind.baseVnd + metresOf(model, kind, [stop]) * kind.vndPerMetre;
      dearest = Math.max(dearest, trip);
    }
  }
  return dearest;
}

function tryOtherVehicle(solution: Solution, random: () => number): void {
  if (solution.routes.length === 0) return;
  const at = Math.floor(random() * solution.routes.length);
  const type = Math.floor(random() * solution.model.types.length);
  const route = solution.routes[at]!;
  if (type === route.type || !route.canBe(type)) return;
  if (solution.hasFree(type)) {
    solution.become(at, type);
    return;
  }
  const other = solution.routes.findIndex((one) => one.type === type && one.canBe(route.type));
  if (other >= 0) solution.swapVehicles(at, other);
}

/** Gives each route the cheapest free vehicle that can drive it as it is. */
function exchangeVehicles(solution: Solution): void {
  const { model, routes } = solution;
  if (model.types.length < 2) return;
  for (let at = 0; at < routes.length; at++) {
    const route = routes[at]!;
    let cheapest = -1;
    let least = route.costVnd - 1e-6;
    for (let type = 0; type < model.types.length; type++) {
      if (type === route.type || !solution.hasFree(type)) continue;
      const cost = route.costAs(type);
      if (cost < least && route.canBe(type)) [cheapest, least] = [type, cost];
    }
    if (cheapest >= 0) solution.become(at, cheapest);
  }
}

/** Repeatable dice: a linear congruential generator modulo 2³¹ − 1, in the open interval 0 … 1. */
function diceOf(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
