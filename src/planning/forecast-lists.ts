import { Injectable } from '@nestjs/common';
import { Catalog } from '../catalog/index.js';
import { plusDays, type Day } from '../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.js';
import type { Actor } from '../platform/access/actor.js';
import { ContainerWeightsStore } from './data/container-weights.store.js';
import { ForecastsStore } from './data/forecasts.store.js';
import { RosterStore } from './data/roster.store.js';
import { CARRY_DAYS } from './domain/forecast.js';
import { readList, type ReadRow } from './domain/list-rows.js';
import { forecastSheet, readForecastSheet } from './sheets/forecast-sheet.js';
import type { SheetRefusal } from './sheets/read-sheet.js';
import { Territory } from './territory.js';

/** The list a commune officer fills in on paper or in a sheet, out and back in. Reading it writes nothing. */
@Injectable()
export class ForecastLists {
  constructor(
    private readonly roster: RosterStore,
    private readonly forecasts: ForecastsStore,
    private readonly containers: ContainerWeightsStore,
    private readonly territory: Territory,
    private readonly catalog: Catalog,
  ) {}

  async sheet(actor: Actor, day: Day, cropCode: string): Promise<Buffer | Refusal<'CROP_UNKNOWN'>> {
    const crop = await this.catalog.crop(cropCode);
    if (!crop) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    const communeIds = await this.territory.communesOf(actor, null);
    const growers = await this.roster.growers({ communeIds }, cropCode, day);
    const said = await this.forecasts.currentOfHouseholds(
      growers.map(({ householdId }) => householdId),
      plusDays(day, -CARRY_DAYS),
      day,
      cropCode,
    );
    // Rows come by day: the last one of a household stays.
    const last = new Map(said.map(({ householdId, grams }) => [householdId, grams / 1000]));
    const rows = growers.map(({ householdId, name, hamlet }) => ({
      id: householdId,
      name,
      hamlet,
      lastKg: last.get(householdId) ?? null,
    }));
    return forecastSheet(rows, { day, crop: crop.nameVi });
  }

  async read(actor: Actor, file: Buffer): Promise<ReadRow[] | Refusal<SheetRefusal>> {
    const rows = await readForecastSheet(file);
    if (isRefusal(rows)) return rows;
    const communeIds = await this.territory.communesOf(actor, null);
    const [households, containers] = await Promise.all([
      this.roster.households(communeIds),
      this.containers.ofCommunes(communeIds),
    ]);
    return readList(rows, households, containers);
  }
}
