import type { HaulModel, VehicleType } from './model.js';

/** A chance that an insertion place is overlooked; a little blindness keeps the search from repeating itself. */
const BLINK = 0.01;

/**
 * The stops of one vehicle in order, with the earliest and the latest second at which each can be loaded, so
 * that whether a further stop fits between two others is seen at once.
 */
export class Route {
  readonly stops: number[];
  grams = 0;
  crates = 0;
  metres = 0;
  readonly #model: HaulModel;
  #type: number;
  readonly #earliest: number[] = [];
  readonly #latest: number[] = [];

  constructor(model: HaulModel, type: number, stops: readonly number[]) {
    this.#model = model;
    this.#type = type;
    this.stops = [...stops];
    this.#reckon();
  }

  copy(): Route {
    return new Route(this.#model, this.#type, this.stops);
  }

  get type(): number {
    return this.#type;
  }

  get costVnd(): number {
    return this.#kind.baseVnd + this.metres * this.#kind.vndPerMetre;
  }

  get #kind(): VehicleType {
    return this.#model.types[this.#type]!;
  }

  canCarry(stop: number): boolean {
    return this.hasRoomAs(this.#type, stop);
  }

  hasRoomAs(type: number, stop: number): boolean {
    const { grams, crates, serves } = this.#model.types[type]!;
    return (
      serves[stop] === 1 &&
      this.grams + this.#model.grams[stop]! <= grams &&
      this.crates + this.#model.crates[stop]! <= crates
    );
  }

  /** The same stops driven by another type, when it can. */
  as(type: number): Route | undefined {
    return this.canBe(type) ? new Route(this.#model, type, this.stops) : undefined;
  }

  /** Whether another type could drive this route as it is: load, lanes, zones and times. */
  canBe(type: number): boolean {
    const kind = this.#model.types[type]!;
    if (this.grams > kind.grams || this.crates > kind.crates) return false;
    if (!this.stops.every((stop) => kind.serves[stop] === 1)) return false;
    return isInTime(this.#model, kind, this.stops);
  }

  costAs(type: number): number {
    const kind = this.#model.types[type]!;
    return kind.baseVnd + metresOf(this.#model, kind, this.stops) * kind.vndPerMetre;
  }

  become(type: number): void {
    this.#type = type;
    this.#reckon();
  }

  insert(stop: number, place: number): void {
    this.stops.splice(place, 0, stop);
    this.#reckon();
  }

  remove(place: number, count: number): void {
    this.stops.splice(place, count);
    this.#reckon();
  }

  /** The cheapest place for a stop this vehicle can carry; `place` −1 when it fits nowhere in time. */
  bestPlace(stop: number, random: () => number): { place: number; addedVnd: number } {
    const { metres, nodes, drop, service, from, to } = this.#model;
    const { seconds, start, opens, closes, vndPerMetre } = this.#kind;
    const count = this.stops.length;
    let place = -1;
    let added = Infinity;
    for (let k = 0; k <= count; k++) {
      const before = k === 0 ? start : this.stops[k - 1]!;
      const after = k === count ? drop : this.stops[k]!;
      const detour =
        metres[stop * nodes + after]! +
        (before < 0 ? 0 : metres[before * nodes + stop]! - metres[before * nodes + after]!);
      if (detour >= added) continue;
      let arrives = opens + (before < 0 ? 0 : seconds[before * nodes + stop]!);
      if (k > 0) {
        arrives = this.#earliest[k - 1]! + service[before]! + seconds[before * nodes + stop]!;
      }
      if (arrives > to[stop]!) break;
      const leaves = Math.max(arrives, from[stop]!) + service[stop]!;
      const latest = k === count ? closes : this.#latest[k]!;
      if (leaves + seconds[stop * nodes + after]! > latest || random() < BLINK) continue;
      place = k;
      added = detour;
    }
    return { place, addedVnd: added * vndPerMetre };
  }

  #reckon(): void {
    const { nodes, drop, service, from, to, grams, crates } = this.#model;
    const { seconds, start, opens, closes } = this.#kind;
    const count = this.stops.length;
    this.grams = 0;
    this.crates = 0;
    let ready = opens;
    let before = start;
    for (let k = 0; k < count; k++) {
      const stop = this.stops[k]!;
      const travel = before < 0 ? 0 : seconds[before * nodes + stop]!;
      this.#earliest[k] = Math.max(from[stop]!, ready + travel);
      ready = this.#earliest[k]! + service[stop]!;
      before = stop;
      this.grams += grams[stop]!;
      this.crates += crates[stop]!;
    }
    let latest = closes;
    let after = drop;
    for (let k = count - 1; k >= 0; k--) {
      const stop = this.stops[k]!;
      latest = Math.min(to[stop]!, latest - seconds[stop * nodes + after]! - service[stop]!);
      this.#latest[k] = latest;
      after = stop;
    }
    this.#earliest.length = count;
    this.#latest.length = count;
    this.metres = metresOf(this.#model, this.#kind, this.stops);
  }
}

export function metresOf(model: HaulModel, kind: VehicleType, stops: readonly number[]): number {
  let metres = 0;
  let before = kind.start;
  for (const stop of stops) {
    if (before >= 0) metres += model.metres[before * model.nodes + stop]!;
    before = stop;
  }
  return stops.length === 0 ? 0 : metres + model.metres[before * model.nodes + model.drop]!;
}

export function isInTime(model: HaulModel, kind: VehicleType, stops: readonly number[]): boolean {
  let ready = kind.opens;
  let before = kind.start;
  for (const stop of stops) {
    const arrives = ready + (before < 0 ? 0 : kind.seconds[before * model.nodes + stop]!);
    if (arrives > model.to[stop]!) return false;
    ready = Math.max(arrives, model.from[stop]!) + model.service[stop]!;
    before = stop;
  }
  return ready + kind.seconds[before * model.nodes + model.drop]! <= kind.closes;
}
