import type { HaulModel } from './model.js';
import { Route } from './route.js';

/**
 * Routes that are driven, and stops nobody fetches. Copies share their routes; a route is copied when it is
 * first changed, so that trying something costs only what it touches.
 */
export class Solution {
  readonly model: HaulModel;
  readonly routes: Route[];
  /** Stops on no route. */
  readonly left: Set<number>;
  readonly #routeOf: Int32Array;
  readonly #free: number[];
  readonly #own = new Set<Route>();

  private constructor(
    model: HaulModel,
    routes: Route[],
    left: Set<number>,
    routeOf: Int32Array,
    free: number[],
  ) {
    this.model = model;
    this.routes = routes;
    this.left = left;
    this.#routeOf = routeOf;
    this.#free = free;
  }

  static empty(model: HaulModel): Solution {
    const left = new Set(model.pickups.keys());
    const free = model.types.map((type) => type.vehicles.length);
    return new Solution(model, [], left, new Int32Array(model.stops).fill(-1), free);
  }

  copy(): Solution {
    return new Solution(this.model, [...this.routes], new Set(this.left), this.#routeOf.slice(), [
      ...this.#free,
    ]);
  }

  drivenVnd(): number {
    return this.routes.reduce((sum, route) => sum + route.costVnd, 0);
  }

  /** One for every stop left behind, and a part of one more for its share of the fruit. */
  leftBehind(): number {
    const { grams, allGrams } = this.model;
    let sum = 0;
    for (const stop of this.left) sum += 1 + grams[stop]! / allGrams;
    return sum;
  }

  /** Place of the stop's route in `routes`, or −1. */
  routeOf(stop: number): number {
    return this.#routeOf[stop]!;
  }

  hasFree(type: number): boolean {
    return this.#free[type]! > 0;
  }

  open(type: number, stop: number): void {
    const route = new Route(this.model, type, [stop]);
    this.#own.add(route);
    this.#free[type]!--;
    this.#routeOf[stop] = this.routes.length;
    this.routes.push(route);
    this.left.delete(stop);
  }

  insert(at: number, stop: number, place: number): void {
    this.#mine(at).insert(stop, place);
    this.#routeOf[stop] = at;
    this.left.delete(stop);
  }

  remove(at: number, place: number, count: number): void {
    const route = this.#mine(at);
    for (const stop of route.stops.slice(place, place + count)) {
      this.#routeOf[stop] = -1;
      this.left.add(stop);
    }
    route.remove(place, count);
  }

  become(at: number, type: number): void {
    const route = this.#mine(at);
    this.#free[route.type]!++;
    this.#free[type]!--;
    route.become(type);
  }

  swapVehicles(at: number, other: number): void {
    const [route, second] = [this.#mine(at), this.#mine(other)];
    const { type } = route;
    route.become(second.type);
    second.become(type);
  }

  /** Gives back the vehicles of routes nothing is left of. */
  dropEmpty(): void {
    for (let at = this.routes.length - 1; at >= 0; at--) {
      const route = this.routes[at]!;
      if (route.stops.length > 0) continue;
      this.#free[route.type]!++;
      const last = this.routes.pop()!;
      if (at === this.routes.length) continue;
      this.routes[at] = last;
      for (const stop of last.stops) this.#routeOf[stop] = at;
    }
  }

  #mine(at: number): Route {
    const route = this.routes[at]!;
    if (this.#own.has(route)) return route;
    const copy = route.copy();
    this.#own.add(copy);
    this.routes[at] = copy;
    return copy;
  }
}
