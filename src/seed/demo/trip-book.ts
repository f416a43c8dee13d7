import { type Day, dayOf } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { driverMark, normalPlate } from '../../permits/domain/plate.js';
import type { UnitKey } from '../facts/admin-units.js';
import { marketOf } from '../facts/places.js';
import type { DayBook } from './day-book.js';
import { grouped } from './grouped.js';
import { idOf } from './ids.js';
import type { PermitRow, RunRow, RunStopRow } from './transport-rows.js';
import { pointsOf } from './trip-points.js';
import type { World } from './world.js';

/** What a permit says of its run, whatever the rules of the day. */
type TripFacts = Omit<
  PermitRow,
  'state' | 'validFrom' | 'validTo' | 'rulePackCode' | 'proofAt' | 'reasons' | 'createdAt'
>;

/** A day's runs with what is known of them from other pages of the day's book. */
export class TripBook {
  readonly #stops: ReadonlyMap<Id, readonly RunStopRow[]>;
  readonly #crops: ReadonlyMap<Id, PermitRow['cropCode']>;
  readonly #communes: ReadonlyMap<Id, UnitKey>;
  readonly #plates: ReadonlyMap<Id, string>;

  constructor(
    book: DayBook,
    private readonly world: World,
  ) {
    this.#stops = grouped(book.runStops, ({ runId }) => runId);
    this.#crops = new Map(book.orders.map(({ id, cropCode }) => [id, cropCode]));
    this.#communes = new Map(book.deals.map(({ id, unit }) => [id, unit]));
    this.#plates = new Map(world.vehicles.map(({ id, plate }) => [id, plate]));
  }

  stopsOf({ id }: RunRow): readonly RunStopRow[] {
    return this.#stops.get(id)!;
  }

  factsOf(run: RunRow): TripFacts {
    const on: Day = dayOf(run.startsAt);
    const stops = this.stopsOf(run);
    const communes = stops.flatMap(({ dealId }) => this.#communes.get(dealId!) ?? []);
    return {
      id: idOf(`permit/${run.id}`),
      statusIndex: this.world.serials.next('permit') - 1,
      runId: run.id,
      holderId: run.transporterId,
      requesterId: run.requesterId,
      plate: normalPlate(this.#plates.get(run.vehicleId)!),
      driverId: run.driverId,
      driverMark: driverMark(this.world.nameOf.get(run.driverId)!),
      crewIds: run.crewIds,
      points: pointsOf(on, communes, marketOf(run.marketCode)),
      marketCode: run.marketCode,
      cropCode: this.#crops.get(run.orderId)!,
      loadG: run.loadG,
      leavesAt: run.startsAt,
      // As it was planned, whenever the truck came in.
      arrivesAt: stops.at(-1)!.plannedAt,
    };
  }
}
