import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dayOf, type Day } from '../kernel/day.js';
import { Cached } from '../platform/cached.js';
import type { PlaceEntity } from './data/place.entity.js';
import { PlacesStore } from './data/places.store.js';
import { isInForce, unitOn, type AdminUnit } from './domain/units.js';

export type Place = Readonly<PlaceEntity>;

/** Communes, hamlets, markets and checkpoints, as they stood on a given day. */
@Injectable()
export class Places {
  readonly #units: Cached<ReadonlyMap<string, AdminUnit>>;
  readonly #places: Cached<ReadonlyMap<string, Place>>;

  constructor(
    store: PlacesStore,
    private readonly clock: Clock,
  ) {
    this.#units = new Cached(clock, async () => byId(await store.allUnits()));
    this.#places = new Cached(clock, async () => byId(await store.allPlaces()));
  }

  /** Every unit there is or was, by id, for whoever shows many rows at once. */
  units(): Promise<ReadonlyMap<string, AdminUnit>> {
    return this.#units.get();
  }

  async unit(id: string): Promise<AdminUnit | undefined> {
    return (await this.units()).get(id);
  }

  async place(id: string): Promise<Place | undefined> {
    return (await this.#places.get()).get(id);
  }

  async ofKind(kind: Place['kind']): Promise<Place[]> {
    return [...(await this.#places.get()).values()].filter((place) => place.kind === kind);
  }

  /** Units in force on that day, children of `parentId` when one is given. */
  async unitsOn(on: Day, parentId?: string): Promise<AdminUnit[]> {
    const units = [...(await this.#units.get()).values()];
    return units.filter((unit) => isInForce(unit, on) && (!parentId || unit.parentId === parentId));
  }

  async communesToday(): Promise<AdminUnit[]> {
    const units = await this.unitsOn(dayOf(this.clock.now()));
    return units.filter(({ kind }) => kind === 'COMMUNE' || kind === 'TOWNSHIP');
  }

  /** The commune that answers for a unit's ground on that day; today when no day is given. */
  async communeOn(id: string, on: Day = dayOf(this.clock.now())): Promise<AdminUnit | undefined> {
    const units = await this.#units.get();
    const unit = units.get(id);
    return unit && unitOn(unit, on, units);
  }

  /** After reference rows were changed in this process. */
  forget(): void {
    this.#units.forget();
    this.#places.forget();
  }
}

const byId = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));
