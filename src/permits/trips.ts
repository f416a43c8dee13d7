import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import { Catalog } from '../catalog/index.js';
import { dayOf, type Day } from '../kernel/day.js';
import type { Grams } from '../kernel/units.js';
import { Places, type AdminUnit, type Place } from '../places/index.js';
import { normalPlate } from './domain/plate.js';
import type { TripPoint } from './domain/rule-pack.js';

/** A journey with goods, as the feature above that plans runs tells it. */
export interface Trip {
  /** What the permit will be bound to; opaque here. */
  readonly runId: string;
  /** The party whose vehicle it is: it holds the permit. */
  readonly holderId: string;
  readonly requesterId: string;
  readonly plate: string;
  readonly payloadG: Grams;
  readonly driverId: string;
  /** Others aboard who were named. */
  readonly companionIds: readonly string[];
  /** Everyone aboard, the driver and those nobody named included. */
  readonly persons: number;
  /** Communes where goods are loaded, in the order they are reached. */
  readonly communeIds: readonly string[];
  readonly destinationId: string;
  readonly cropCode: string;
  readonly loadG: Grams;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The trip in the words of the rules. */
export interface TripPath {
  readonly plate: string;
  readonly points: readonly TripPoint[];
  /** Codes of the points, as a permit lists its stops. */
  readonly stops: readonly string[];
  /** null where no commune or place is known by that id. */
  readonly fromCode: string | null;
  readonly toCode: string | null;
}

// Provinces of before the reform, for places that still carry their old names.
const BEFORE_REFORM = '2021-07-01' as Day;

/** Works out where a trip goes, as the decrees of its day name places. */
@Injectable()
export class Trips {
  constructor(
    private readonly places: Places,
    private readonly catalog: Catalog,
    private readonly accounts: Accounts,
  ) {}

  async pathOf(trip: Trip): Promise<TripPath> {
    const on = dayOf(trip.startsAt);
    const loading = await Promise.all(trip.communeIds.map((id) => this.communePoint(id, on)));
    const destination = await this.destinationPoint(trip.destinationId, on);
    const known = [...loading, destination].filter((point) => point !== undefined);
    const points = known.filter(({ code }, index) => known[index - 1]?.code !== code);
    return {
      plate: normalPlate(trip.plate),
      points,
      stops: points.map(({ code }) => code),
      fromCode: loading[0]?.code ?? null,
      toCode: destination?.code ?? null,
    };
  }

  /** The commune's own code and those above it, narrowest first; none when nobody knows it. */
  async unitsOf(communeId: string, on: Day): Promise<readonly string[]> {
    return (await this.communePoint(communeId, on))?.units ?? [];
  }

  /** From a commune to a place, as the rules see it; the place is left out while nobody knows it. */
  async wayOf(communeId: string, destinationId: string | null, on: Day): Promise<TripPoint[]> {
    const ends = [
      await this.communePoint(communeId, on),
      destinationId === null ? undefined : await this.destinationPoint(destinationId, on),
    ];
    return ends.filter((point) => point !== undefined);
  }

  async listedCrops(): Promise<ReadonlySet<string>> {
    return new Set((await this.catalog.crops()).map(({ code }) => code));
  }

  async driverName(personId: string): Promise<string> {
    return (await this.accounts.person(personId))?.name ?? '';
  }

  /** Those of these people who do not belong to the party. */
  async strangersTo(partyId: string, personIds: readonly string[]): Promise<string[]> {
    if (personIds.length === 0) return [];
    const members = new Set(
      (await this.accounts.membersOf([partyId])).map(({ personId }) => personId),
    );
    return personIds.filter((id) => !members.has(id));
  }

  private async communePoint(id: string, on: Day): Promise<TripPoint | undefined> {
    const commune = await this.places.communeOn(id, on);
    if (commune === undefined) return undefined;
    const { units, province } = await this.unitsAbove(commune, on);
    const own = `commune:${commune.code}@${commune.validFrom.slice(0, 4)}`;
    return { code: commune.code, province, units: [own, ...units] };
  }

  private async destinationPoint(id: string, on: Day): Promise<TripPoint | undefined> {
    const place = await this.places.place(id);
    if (place === undefined) return undefined;
    const code = tokenCode(place.code);
    const city = place.jurisdiction === null ? [] : [`city:${place.jurisdiction}`];
    if (place.unitId !== null) {
      const within = await this.communePoint(place.unitId, on);
      if (within) return { code, province: within.province, units: [...within.units, ...city] };
    }
    const province = await this.provinceOf(place, on);
    return { code, province: province ?? code, units: [...city, ...unitKey('province', province)] };
  }

  /** District and province over a commune, narrowest first; since 2025 there is no district. */
  private async unitsAbove(
    commune: AdminUnit,
    on: Day,
  ): Promise<{ units: string[]; province: string }> {
    const units: string[] = [];
    let province = commune.code;
    let parent =
      commune.parentId === null ? undefined : await this.places.communeOn(commune.parentId, on);
    while (parent !== undefined) {
      units.push(`${parent.kind.toLowerCase()}:${parent.code}`);
      province = parent.code;
      parent =
        parent.parentId === null ? undefined : await this.places.communeOn(parent.parentId, on);
    }
    return { units, province };
  }

  private async provinceOf({ jurisdiction }: Place, on: Day): Promise<string | undefined> {
    for (const day of [on, BEFORE_REFORM]) {
      const found = (await this.places.unitsOn(day)).find(
        ({ kind, name }) => kind === 'PROVINCE' && name === jurisdiction,
      );
      if (found) return (await this.places.communeOn(found.id, on))?.code;
    }
    return undefined;
  }
}

/** A place's code in the alphabet of the token: capitals, digits and `_`, twelve at most. */
export const tokenCode = (code: string): string => code.replaceAll('-', '_').slice(0, 12);

const unitKey = (kind: string, code: string | undefined): string[] =>
  code === undefined ? [] : [`${kind}:${code}`];
