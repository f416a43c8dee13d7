import type { Amounts, Purchase } from './problem.js';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly vnd: number;
  readonly lower: number;
  readonly upper: number;
  flow: number;
}

const NOISE = 1e-9;
const HUB = 0;

/**
 * The cheapest amounts when exactly these offers are used, or undefined when they cannot all be used.
 * Grams flow from a hub through grades and households back to the hub; money-losing circles are turned
 * until none is left (Klein's cycle cancelling), which is exact also when a household's cap couples grades.
 */
export function balance(purchase: Purchase, used: readonly number[]): Amounts | undefined {
  const points = new Set(used.map((i) => purchase.offers[i]!.point));
  if (points.size > purchase.mostPoints) return undefined;
  const arcs = network(purchase, used);
  if (arcs.some((arc) => arc.flow > arc.upper)) return undefined;

  const nodes = 1 + purchase.wanted.length + purchase.households;
  for (let circle = losing(arcs, nodes); circle.length > 0; circle = losing(arcs, nodes)) {
    const grams = Math.min(...circle.map((step) => roomOf(step)));
    for (const step of circle) step.arc.flow += step.isForward ? grams : -grams;
  }
  const amounts = purchase.offers.map(() => 0);
  used.forEach((i, k) => (amounts[i] = arcs[k]!.flow));
  return amounts;
}

/** The offers' arcs first, in the order of `used`, each at its minimum; then the hub's arcs. */
function network(purchase: Purchase, used: readonly number[]): Arc[] {
  const { offers, wanted, mostWanted, householdCap, missingVndPerGram } = purchase;
  const gradeNode = (grade: number): number => 1 + grade;
  const householdNode = (household: number): number => 1 + wanted.length + household;
  const ofGrade = wanted.map(() => 0);
  const ofHousehold = new Map<number, number>();
  const arcs: Arc[] = [];
  for (const i of used) {
    const { grade, household, least, most, vndPerGram } = offers[i]!;
    ofGrade[grade]! += least;
    ofHousehold.set(household, (ofHousehold.get(household) ?? 0) + least);
    const ends = { from: gradeNode(grade), to: householdNode(household) };
    arcs.push({ ...ends, vnd: vndPerGram, lower: least, upper: most, flow: least });
  }
  wanted.forEach((grams, grade) => {
    const ends = { from: HUB, to: gradeNode(grade), lower: 0 };
    const within = Math.min(grams, ofGrade[grade]!);
    const over = mostWanted[grade]! - grams;
    arcs.push({ ...ends, vnd: -missingVndPerGram, upper: grams, flow: within });
    arcs.push({ ...ends, vnd: 0, upper: over, flow: ofGrade[grade]! - within });
  });
  for (const [household, flow] of ofHousehold) {
    const ends = { from: householdNode(household), to: HUB };
    arcs.push({ ...ends, vnd: 0, lower: 0, upper: householdCap, flow });
  }
  return arcs;
}

interface Step {
  readonly arc: Arc;
  readonly isForward: boolean;
}

const roomOf = ({ arc, isForward }: Step): number =>
  isForward ? arc.upper - arc.flow : arc.flow - arc.lower;

/** One circle of the residual network with negative cost (Bellman–Ford), or none. */
function losing(arcs: readonly Arc[], nodes: number): readonly Step[] {
  const distance = new Float64Array(nodes);
  const reachedBy: (Step | undefined)[] = Array.from({ length: nodes });
  for (;;) {
    let changed = -1;
    for (const arc of arcs) {
      if (arc.flow < arc.upper && distance[arc.from]! + arc.vnd < distance[arc.to]! - NOISE) {
        distance[arc.to] = distance[arc.from]! + arc.vnd;
        reachedBy[arc.to] = { arc, isForward: true };
        changed = arc.to;
      }
      if (arc.flow > arc.lower && distance[arc.to]! - arc.vnd < distance[arc.from]! - NOISE) {
        distance[arc.from] = distance[arc.to]! - arc.vnd;
        reachedBy[arc.from] = { arc, isForward: false };
        changed = arc.from;
      }
    }
    if (changed < 0) return [];
    // A circle among the steps that reached each node loses money; most have three steps, and show after as many rounds.
    const circle = circleBefore(changed, reachedBy);
    if (circle.length > 0) return circle;
  }
}

/** The circle that the way back from this node ends in; none when it ends at a node nothing reached. */
function circleBefore(start: number, reachedBy: readonly (Step | undefined)[]): readonly Step[] {
  const way: Step[] = [];
  const placeOf = new Map<number, number>();
  let node = start;
  while (!placeOf.has(node)) {
    const step = reachedBy[node];
    if (!step) return [];
    placeOf.set(node, way.length);
    way.push(step);
    node = step.isForward ? step.arc.from : step.arc.to;
  }
  return way.slice(placeOf.get(node));
}
