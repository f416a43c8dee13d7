import type { Solution } from './solution.js';

// The method's own constants (Christiaens and Vanden Berghe 2020): stops taken out on average, the longest
// string, the chance that a string keeps some of its middle, and that the kept middle grows by one more.
const TAKEN_OUT = 10;
const LONGEST_STRING = 10;
const SPLITS = 0.5;
const GROWS = 0.01;
// Now and then a few whole routes go, or the choice among vehicles of several sizes never changes.
const WHOLE = 0.15;
const MOST_WHOLE = 3;

/** Takes strings of neighbouring stops out of routes that pass near one stop, drawn by chance. */
export function ruin(solution: Solution, random: () => number): void {
  const { model, routes } = solution;
  const fetched = model.stops - solution.left.size;
  const perRoute = routes.length === 0 ? 0 : fetched / routes.length;
  const longest = Math.min(LONGEST_STRING, perRoute);
  const mostStrings = (4 * TAKEN_OUT) / (1 + longest) - 1;
  const strings = Math.floor(1 + random() * mostStrings);
  const centre = Math.floor(random() * model.stops);

  const isWhole = random() < WHOLE;
  const ruined = new Set<number>();
  for (const stop of model.near[centre]!) {
    if (ruined.size >= (isWhole ? Math.min(strings, MOST_WHOLE) : strings)) break;
    const at = solution.routeOf(stop);
    if (at < 0 || ruined.has(at)) continue;
    ruined.add(at);
    const { stops } = routes[at]!;
    if (isWhole) {
      solution.remove(at, 0, stops.length);
      continue;
    }
    const most = Math.min(stops.length, longest);
    takeOut(solution, at, stops.indexOf(stop), Math.floor(1 + random() * most), random);
  }
  solution.dropEmpty();
}

/** A string of `count` stops around the one at `place`, or the same with some of its middle kept. */
function takeOut(
  solution: Solution,
  at: number,
  place: number,
  count: number,
  random: () => number,
): void {
  const { length } = solution.routes[at]!.stops;
  let kept = 0;
  if (count > 1 && count < length && random() < SPLITS) {
    kept = 1;
    while (count + kept < length && random() < GROWS) kept++;
  }
  const span = count + kept;
  const first = Math.max(0, place - span + 1);
  const last = Math.min(place, length - span);
  const from = first + Math.floor(random() * (last - first + 1));
  if (kept === 0) {
    solution.remove(at, from, span);
    return;
  }
  const head = 1 + Math.floor(random() * (count - 1));
  solution.remove(at, from + head + kept, count - head);
  solution.remove(at, from, head);
}
