import type { HaulModel } from './model.js';
import { metresOf, isInTime } from './route.js';
import type { Solution } from './solution.js';

type Order = (model: HaulModel, stop: number) => number;

const ORDERS: readonly { readonly weight: number; readonly by: Order | undefined }[] = [
  { weight: 4, by: undefined },
  { weight: 4, by: ({ grams }, stop) => -grams[stop]! },
  { weight: 2, by: ({ metres, nodes, drop }, stop) => -metres[stop * nodes + drop]! },
  { weight: 1, by: ({ metres, nodes, drop }, stop) => metres[stop * nodes + drop]! },
  { weight: 2, by: ({ from, to }, stop) => to[stop]! - from[stop]! },
  { weight: 2, by: ({ from }, stop) => from[stop]! },
  { weight: 2, by: ({ to }, stop) => -to[stop]! },
];
const WEIGHTS = ORDERS.reduce((sum, order) => sum + order.weight, 0);
const UNFETCHED_FIRST = 0.5;
// Half of the new routes start with a vehicle drawn by chance: the cheapest for one stop is always the smallest.
const DRAWS_VEHICLE = 0.5;
// How often a full route is looked at as if a larger vehicle drove it.
const GROWS_VEHICLE = 0.1;

/**
 * Puts every stop that is left back where it costs least, in an order drawn by chance; every other time those
 * nobody fetched before come first, while there is room.
 */
export function recreate(
  solution: Solution,
  unfetched: ReadonlySet<number>,
  random: () => number,
): void {
  const order = inSomeOrder(solution, random);
  const isFirst = (stop: number): boolean => unfetched.has(stop);
  const turns =
    random() < UNFETCHED_FIRST
      ? [...order.filter(isFirst), ...order.filter((stop) => !isFirst(stop))]
      : order;
  for (const stop of turns) insertCheapest(solution, stop, random);
}

function inSomeOrder({ model, left }: Solution, random: () => number): readonly number[] {
  let draw = random() * WEIGHTS;
  const order = ORDERS.find(({ weight }) => (draw -= weight) < 0) ?? ORDERS[0]!;
  const keyed = [...left].map((stop) => ({ stop, key: order.by?.(model, stop) ?? random() }));
  return keyed.toSorted((a, b) => a.key - b.key || a.stop - b.stop).map(({ stop }) => stop);
}

function insertCheapest(solution: Solution, stop: number, random: () => number): void {
  const { model, routes } = solution;
  let best = { at: -1, place: -1, addedVnd: Infinity };
  for (let at = 0; at < routes.length; at++) {
    const route = routes[at]!;
    if (!route.canCarry(stop)) continue;
    const { place, addedVnd } = route.bestPlace(stop, random);
    if (place >= 0 && addedVnd < best.addedVnd) best = { at, place, addedVnd };
  }
  const opening = cheapestOpening(solution, stop, best.addedVnd);
  if (opening.type >= 0) best = { at: -1, place: -1, addedVnd: opening.addedVnd };
  if (model.types.length > 1 && random() < GROWS_VEHICLE) {
    const grown = cheapestGrowth(solution, stop, best.addedVnd);
    if (grown !== undefined) {
      solution.become(grown.at, grown.type);
      solution.insert(grown.at, stop, grown.place);
      return;
    }
  }
  if (best.at >= 0) solution.insert(best.at, stop, best.place);
  else if (opening.type >= 0)
    solution.open(drawnInstead(solution, stop, opening.type, random), stop);
}

/** A full route that would take the stop for less than `below` if a larger free vehicle drove it. */
function cheapestGrowth(
  solution: Solution,
  stop: number,
  below: number,
): { at: number; type: number; place: number } | undefined {
  const { model, routes } = solution;
  let found: { at: number; type: number; place: number } | undefined;
  let least = below;
  for (let at = 0; at < routes.length; at++) {
    const route = routes[at]!;
    if (route.canCarry(stop)) continue;
    for (let type = 0; type < model.types.length; type++) {
      if (type === route.type || !solution.hasFree(type) || !route.hasRoomAs(type, stop)) continue;
      const added = route.costAs(type) - route.costVnd;
      if (added >= least) continue;
      const larger = route.as(type);
      if (larger === undefined) continue;
      const { place, addedVnd } = larger.bestPlace(stop, () => 1);
      if (place < 0 || added + addedVnd >= least) continue;
      least = added + addedVnd;
      found = { at, type, place };
    }
  }
  return found;
}

/** The free vehicle type that fetches this stop alone for less than `below`; −1 when there is none. */
function cheapestOpening(
  solution: Solution,
  stop: number,
  below: number,
): { type: number; addedVnd: number } {
  const { model } = solution;
  let cheapest = -1;
  let least = below;
  model.types.forEach((kind, type) => {
    if (!solution.hasFree(type) || !canFetch(model, type, stop)) return;
    const cost = kind.baseVnd + metresOf(model, kind, [stop]) * kind.vndPerMetre;
    if (cost < least) [cheapest, least] = [type, cost];
  });
  return { type: cheapest, addedVnd: least };
}

function drawnInstead(
  solution: Solution,
  stop: number,
  cheapest: number,
  random: () => number,
): number {
  if (random() >= DRAWS_VEHICLE) return cheapest;
  const able = solution.model.types.flatMap((_kind, type) =>
    solution.hasFree(type) && canFetch(solution.model, type, stop) ? [type] : [],
  );
  return able[Math.floor(random() * able.length)] ?? cheapest;
}

/** Whether a vehicle of this type could fetch the stop if it did nothing else. */
export function canFetch(model: HaulModel, type: number, stop: number): boolean {
  const kind = model.types[type]!;
  return (
    kind.serves[stop] === 1 &&
    model.grams[stop]! <= kind.grams &&
    model.crates[stop]! <= kind.crates &&
    isInTime(model, kind, [stop])
  );
}
